package dev.kompox.manifest.load;

import static dev.kompox.manifest.load.Project.workspace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kompox.compose.diagnose.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load may cost. */
final class LimitsTest {

    @TempDir Path directory;
    private Project project;
    private Diagnostics diagnostics;

    @BeforeEach
    void prepare() {
        project = new Project(directory);
        diagnostics = new Diagnostics(directory.toString());
    }

    @Test
    void looksTenDirectoriesDeep() {
        project.file(".kompox/kom/1/2/3/4/5/6/7/8/9/10/a.yml", workspace("deep"));
        assertThat(project.ids()).containsExactly("/ws/deep");
        project.directory(".kompox/kom/1/2/3/4/5/6/7/8/9/10/11");
        assertThat(project.refusal())
                .isEqualTo(
                        """
                        error: .kompox/kom/1/2/3/4/5/6/7/8/9/10/11 lies more than 10 directories deep
                        Name a directory nearer to the documents with KOMPOX_KOM_PATH.\
                        """);
    }

    @Test
    void limitsTheNumberOfFilesAndStopsThere() throws IOException {
        project.file("a.yml", "").file("b.yml", "").file("c.yml", "").file("d/e.yml", "");
        KomFiles files = new KomFiles(diagnostics, 2);
        Boundary boundary = Boundary.around(List.of(directory));
        new DirectoryScan(boundary, diagnostics, files).scan(directory);
        assertThat(files.all().sequencedValues())
                .containsExactly(project.path("a.yml"), project.path("b.yml"));
        assertThat(told())
                .isEqualTo(
                        """
                        error: there are more than 2 KOM files
                        Name a directory that holds fewer with KOMPOX_KOM_PATH.\
                        """);
    }

    @Test
    void countsAFileOnce() throws IOException {
        project.file("a.yml", "").file("b.yml", "");
        KomFiles files = new KomFiles(diagnostics, 2);
        assertThat(files.add(project.path("a.yml"))).isTrue();
        assertThat(files.add(project.path("b.yml"))).isTrue();
        assertThat(files.add(project.path("a.yml"))).isTrue();
        assertThat(told()).isEqualTo("nothing");
        project.file("c.yml", "");
        assertThat(files.add(project.path("c.yml"))).isFalse();
    }

    @Test
    void limitsTheSizeOfAFile() {
        int most = 2 * 1024 * 1024;
        project.file(".kompox/kom/a.yml", "#".repeat(most));
        assertThat(project.ids()).isEmpty();
        project.file(".kompox/kom/a.yml", "#".repeat(most + 1));
        assertThat(project.refusal()).isEqualTo("error: .kompox/kom/a.yml is larger than 2 MiB");
    }

    @Test
    void limitsTheSizeOfAllFiles() {
        project.file("a.yml", "# 34").file("b.yml", "# 34").file("c.yml", "#");
        FileText texts = new FileText(diagnostics, 8);
        assertThat(texts.read(project.path("a.yml"), "a.yml")).isEqualTo("# 34");
        assertThat(texts.read(project.path("b.yml"), "b.yml")).isEqualTo("# 34");
        assertThat(texts.read(project.path("c.yml"), "c.yml")).isNull();
        assertThat(told())
                .isEqualTo(
                        "error: the KOM documents together are larger than 8 bytes; the last one read is c.yml");
        assertThat(FileText.MOST).isEqualTo(33_554_432);
        assertThat(KomFiles.MOST).isEqualTo(5000);
    }

    @Test
    void refusesWhatIsNoFileOrNoText() {
        project.directory(".kompox/kom").directory("kompoxapp.yml");
        assertThat(project.refusal()).isEqualTo("error: kompoxapp.yml is not a regular file");
        FileText texts = new FileText(diagnostics, 8);
        assertThat(texts.read(Path.of("/dev/null"), "null.yml")).isNull();
        assertThat(texts.read(project.path("none.yml"), "none.yml")).isNull();
        project.file("a.yml", "a: \u0001");
        assertThat(texts.read(project.path("a.yml"), "a.yml")).isNull();
        assertThat(told())
                .contains(
                        "null.yml is not a regular file",
                        "none.yml: cannot be read",
                        "a.yml is not a text file");
    }

    private String told() {
        Throwable refusal = catchThrowable(diagnostics::stopOnErrors);
        return refusal == null ? "nothing" : String.valueOf(refusal.getMessage());
    }
}
