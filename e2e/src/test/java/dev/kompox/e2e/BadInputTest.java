package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in place of the Compose file, one clear error tells it and nothing is made. */
class BadInputTest {

    @TempDir private Path parent;

    @Test
    void asksForAComposeFileWhereThereIsNone() throws IOException {
        try (App app = App.in(parent, "nofile", Plain.compose())) {
            Files.delete(app.directory.resolve("compose.yaml"));

            for (String command : new String[] {"up", "status", "ps", "snapshot list"}) {
                Clear.error(
                        app.kompox(command.split(" ", -1)),
                        3,
                        "no Compose file in " + app.directory,
                        "Create compose.yaml here, or name a file with -f");
            }
        }
    }

    @Test
    void namesTheFileThatIsNotThere() {
        try (App app = App.in(parent, "nosuch", Plain.compose())) {
            Clear.error(
                    app.kompox("-f", "other.yaml", "up"),
                    3,
                    "other.yaml: no such file",
                    "kompox explain no-such-file");
        }
    }

    @Test
    void findsTheProjectFromASubdirectoryAndByFile() throws IOException {
        try (App app = App.in(parent, "below", Plain.compose())) {
            app.kompox("up").ok();
            Path below = Files.createDirectories(app.directory.resolve("a/b"));

            String here = app.kompox("status", "-o", "json").ok().out();

            assertThat(stable(app.kompox("-C", below.toString(), "status", "-o", "json")))
                    .isEqualTo(stable(here));
            String file = app.directory.resolve("compose.yaml").toString();
            assertThat(stable(app.kompox("-C", "/", "-f", file, "status", "-o", "json")))
                    .isEqualTo(stable(here));
        }
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        try (App app = App.in(parent, "binary", Plain.compose())) {
            byte[] bytes = new byte[4096];
            new java.util.Random(7).nextBytes(bytes);
            Files.write(app.directory.resolve("compose.yaml"), bytes);

            Clear.error(
                    app.kompox("up"),
                    3,
                    "compose.yaml is not a text file",
                    "kompox explain not-text");
        }
    }

    @Test
    void refusesABombInLittleTime() throws IOException {
        try (App app = App.in(parent, "bomb", Plain.compose())) {
            StringBuilder bomb = new StringBuilder("x-a0: &a0 [lol, lol, lol, lol]\n");
            for (int i = 1; i < 30; i++) {
                String before = "*a" + (i - 1);
                bomb.append("x-a" + i + ": &a" + i + " [" + before + (", " + before).repeat(8))
                        .append("]\n");
            }
            Files.writeString(app.directory.resolve("compose.yaml"), bomb + Plain.compose());

            long begun = System.nanoTime();
            Result result = app.kompox("up");
            // docker compose, which cleans up, would not come to an end over it
            Files.writeString(app.directory.resolve("compose.yaml"), Plain.compose());

            Clear.error(result, 3, "once every alias is written out", "of compose.yaml.");
            assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
            assertThat(app.volumes()).isEmpty();
        }
    }

    @Test
    void refusesAFileThatIsNotToBeReadAndAPipeThatNobodyFills() throws IOException {
        try (App app = App.in(parent, "odd", Plain.compose())) {
            Path file = app.directory.resolve("compose.yaml");
            Files.delete(file);
            app.run("mkfifo", file.toString()).ok();
            Clear.error(app.kompox("up"), 3, "is not a regular file", "explain not-a-file");

            Files.delete(file);
            Files.writeString(file, Plain.compose());
            app.run("chmod", "000", file.toString()).ok();
            Clear.error(
                    Stranger.kompox(app, "up"),
                    3,
                    "permission denied",
                    "kompox explain unreadable");
        }
    }

    @Test
    void refusesAnExternalVolumeThatIsNotThereBeforeAnythingIsMade() throws IOException {
        try (App app = App.in(parent, "external", Plain.compose())) {
            String name = app.project + "_absent";
            Files.writeString(
                    app.directory.resolve("compose.yaml"),
                    Plain.compose() + "    external: true\n    name: " + name + "\n");

            Result up = app.kompox("up");

            Clear.error(up, 3, "there is no volume " + name, "from volumes.files");
            assertThat(up.err()).contains("docker volume create " + name);
            assertThat(app.run("docker", "network", "ls").ok().out()).doesNotContain(app.project);
            app.run("docker", "volume", "create", name).ok();
            app.kompox("up").ok();
        }
    }

    private static String stable(Result result) {
        return stable(result.ok().out());
    }

    /** Drop what time changes. */
    private static String stable(String json) {
        return json.lines()
                .filter(line -> !line.contains("econds") && !line.contains("ince"))
                .reduce("", (all, line) -> all + line + "\n");
    }
}
