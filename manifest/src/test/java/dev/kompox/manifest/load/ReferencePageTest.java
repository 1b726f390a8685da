package dev.kompox.manifest.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.manifest.GoldenFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/reference/kom.md} shows is what happens. */
final class ReferencePageTest {

    @TempDir Path directory;
    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("../docs/reference/kom.md"));
    }

    @Test
    void loadsTheExampleDocuments() {
        Project project = new Project(directory).file("compose.yaml", "services: {}\n");
        List<String> blocks = List.of(page.split("```yaml\n# ", -1));
        for (String block : blocks.subList(1, blocks.size())) {
            String text = block.substring(0, block.indexOf("```"));
            int line = text.indexOf('\n');
            project.file(text.substring(0, line), text.substring(line + 1));
        }
        assertThat(blocks).hasSize(4);
        LoadedKom loaded = project.load();
        assertThat(loaded.set().resources())
                .extracting(each -> each.id().toString())
                .containsExactly(
                        "/ws/home",
                        "/ws/home/prv/here",
                        "/ws/home/prv/here/cls/engine",
                        "/ws/home/prv/here/cls/engine/app/shop",
                        "/ws/home/prv/here/cls/engine/app/shop/box/tools");
        assertThat(AppChoice.choose(loaded, null).volumes()).hasSize(2);
        assertThat(loaded.warnings()).isEmpty();
    }

    @Test
    void showsAnErrorAsItIsTold() {
        String shown = page.substring(page.indexOf("```text\n") + "```text\n".length());
        GoldenFolder golden = new GoldenFolder(Path.of("src/test/resources/refused/unknown-keys"));
        assertThat(golden.text("out-error.txt")).contains(shown.substring(0, shown.indexOf("```")));
    }
}
