package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others made or use is neither taken over nor harmed, and the app goes on meanwhile. */
class CollisionTest {

    @TempDir private Path parent;

    @Test
    void leavesAVolumeAloneThatHasTheNameOfASnapshot() {
        try (App app = App.in(parent, "foreignname", Plain.compose())) {
            app.kompox("up").ok();
            Plain.write(app, "a", "one");
            String running = Plain.startedAt(app);
            String foreign = Plain.volume(app) + ".snapshot.first";
            app.run("docker", "volume", "create", foreign).ok();
            app.inside(List.of(foreign), "echo theirs > /" + foreign + "/file").ok();

            Clear.error(
                    app.kompox("snapshot", "create", "--name", "first"),
                    1,
                    "a volume that is not Kompox's has the name " + foreign,
                    "docker volume inspect " + foreign);

            assertThat(app.inside(List.of(foreign), "cat /" + foreign + "/file").ok().out())
                    .isEqualTo("theirs\n");
            assertThat(Plain.startedAt(app)).as("the app was not stopped").isEqualTo(running);
            assertThat(app.kompox("snapshot", "list", "-o", "name").ok().out()).isBlank();
            app.kompox("snapshot", "create", "--name", "second").ok();
        }
    }

    @Test
    void restoresBesideAVolumeThatHasTheNameOfTheNewDisk() {
        try (App app = App.in(parent, "foreigndisk", Plain.compose())) {
            app.kompox("up").ok();
            Plain.write(app, "a", "one");
            app.kompox("snapshot", "create", "--name", "first").ok();
            String content = Plain.content(app);
            Plain.write(app, "a", "two");
            String foreign = Plain.volume(app) + ".disk.first";
            app.run("docker", "volume", "create", foreign).ok();
            app.inside(List.of(foreign), "echo theirs > /" + foreign + "/file").ok();

            app.kompox("restore", "first", "--yes").ok();

            assertThat(app.inside(List.of(foreign), "cat /" + foreign + "/file").ok().out())
                    .isEqualTo("theirs\n");
            assertThat(Plain.content(app)).isEqualTo(content);
        }
    }

    @Test
    void refusesANameThatIsTakenOrNotAllowed() {
        try (App app = App.in(parent, "taken", Plain.compose())) {
            app.kompox("up").ok();
            app.kompox("snapshot", "create", "--name", "first").ok();
            String running = Plain.startedAt(app);

            Clear.error(
                    app.kompox("snapshot", "create", "--name", "first"),
                    3,
                    "there is a restore point \"first\" already",
                    "kompox snapshot delete first");
            Clear.error(
                    app.kompox("snapshot", "create", "--name", "Über Nacht"),
                    2,
                    "is not allowed",
                    "such as before-upgrade");
            Clear.error(
                    app.kompox("restore", "frist", "--yes"),
                    3,
                    "there is no restore point \"frist\"; there is only first",
                    "kompox snapshot list");

            assertThat(Plain.startedAt(app)).isEqualTo(running);
        }
    }

    @Test
    void warnsOfAnotherProjectOfTheSameNameAndOnlyThen() throws IOException {
        try (App app = App.in(parent, "namesake", Plain.compose())) {
            app.kompox("up").ok();
            assertThat(app.kompox("status").ok().err()).doesNotContain("warning");
            Path other = Files.createDirectories(parent.resolve("other").resolve(app.project));
            Files.writeString(other.resolve("compose.yaml"), Plain.compose());

            for (String command : new String[] {"status", "snapshot create --name one"}) {
                String typed = "-C " + other + " " + command;
                assertThat(app.kompox(typed.split(" ", -1)).ok().err())
                        .contains("warning: a project in " + app.directory)
                        .contains("-p NAME");
            }

            Files.move(app.directory.resolve("compose.yaml"), parent.resolve("kept.yaml"));
            assertThat(app.kompox("-C", other.toString(), "status").ok().err())
                    .as("a project that was moved is no other")
                    .doesNotContain("warning");
            Files.move(parent.resolve("kept.yaml"), app.directory.resolve("compose.yaml"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw", "ro"})
    void refusesWhatAForeignContainerUsesBeforeTheAppStops(String mode) {
        try (App app = App.in(parent, "foreign" + mode, Plain.compose())) {
            app.kompox("up").ok();
            Plain.write(app, "a", "one");
            app.kompox("snapshot", "create", "--name", "first").ok();
            Plain.write(app, "a", "two");
            String running = Plain.startedAt(app);
            String content = Plain.content(app);
            String foreign = foreign(app, mode);
            List<String> volumes = app.volumes();

            Clear.error(
                    app.kompox("restore", "first", "--yes"),
                    3,
                    "in use by container " + foreign + ", which is not of this app",
                    "docker stop " + foreign);
            Result frozen = app.kompox("snapshot", "create", "--frozen", "--name", "second");
            if (mode.equals("rw")) {
                Clear.error(frozen, 3, "in use by container " + foreign, "docker stop " + foreign);
                assertThat(app.volumes()).isEqualTo(volumes);
            } else {
                assertThat(frozen.code()).as("a reader disturbs no snapshot").isZero();
            }

            assertThat(Plain.startedAt(app)).as("the app was not stopped").isEqualTo(running);
            assertThat(Plain.content(app)).isEqualTo(content);
            app.run("docker", "rm", "-f", foreign).ok();
            app.kompox("restore", "first", "--yes").ok();
            assertThat(Plain.content(app)).isNotEqualTo(content);
        }
    }

    @Test
    void freezesAnAppWhoseHealthCheckStartsEverySecond() throws IOException {
        String check =
                """
                    healthcheck:
                      test: ["CMD-SHELL", "sleep 0.4; test -d /data"]
                      interval: 1s
                      timeout: 5s
                      retries: 3
                """;
        String compose = Plain.compose().replace("    volumes:\n", check + "    volumes:\n");
        try (App app = App.in(parent, "health", compose)) {
            app.kompox("up").ok();
            Plain.write(app, "a", "one");
            String running = Plain.startedAt(app);

            for (String name : List.of("one", "two", "three")) {
                Result taken = app.kompox("snapshot", "create", "--frozen", "--name", name);
                assertThat(taken.code()).as(taken.all()).isZero();
            }

            assertThat(Plain.startedAt(app)).as("it was never stopped").isEqualTo(running);
            assertThat(running).endsWith("running");
            app.kompox("restore", "two", "--yes").ok();
            assertThat(Plain.content(app)).contains("./a");
        }
    }

    private static String foreign(App app, String mode) {
        String name = app.project + "-foreign";
        app.run(
                        "docker",
                        "run",
                        "-d",
                        "--name",
                        name,
                        "--label",
                        "kompox.dev/test=1",
                        "--init",
                        "-v",
                        Plain.volume(app) + ":/x:" + mode,
                        App.image("KOMPOX_TEST_BUSYBOX_IMAGE", "busybox:latest"),
                        "sleep",
                        "1000")
                .ok();
        return name;
    }
}
