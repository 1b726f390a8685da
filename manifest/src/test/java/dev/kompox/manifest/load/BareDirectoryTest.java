package dev.kompox.manifest.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.kom.App;
import dev.kompox.manifest.kom.ComposeSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory without documents is an app all the same. */
final class BareDirectoryTest {

    @TempDir Path directory;

    @Test
    void isWhatHasNoDocuments() {
        Project project = new Project(directory).file("compose.yaml", "services: {}\n");
        assertThat(project.load().isBare()).isTrue();
        project.directory(".kompox/operations").directory(".kompox/kom");
        assertThat(project.load().isBare()).isTrue();
        project.file(".kompox/kom/a.yml", "apiVersion: v1\nkind: Secret\n");
        assertThat(project.load().isBare()).isTrue();
        project.file(".kompox/kom/b.yml", Project.workspace("w"));
        assertThat(project.load().isBare()).isFalse();
    }

    @Test
    void isAnAppOnTheLocalEngine() {
        KomSet set =
                BareDirectory.describe("desktop-linux", "shop", Path.of("/srv/shop/compose.yaml"));
        App app = set.apps().getFirst();
        assertThat(app.id()).isEqualTo(AppId.ofDirectory("desktop-linux", "shop"));
        assertThat(app.compose())
                .isInstanceOfSatisfying(
                        ComposeSource.File.class,
                        file -> assertThat(file.path()).isEqualTo("compose.yaml"));
        assertThat(app.header().origin().file()).isEqualTo(Path.of("/srv/shop/compose.yaml"));
        assertThat(set.clusterOf(app.id()).existing()).isTrue();
        assertThat(set.providerOf(app.id()).driver()).isEqualTo("docker");
        assertThat(set.resources()).hasSize(4);
    }
}
