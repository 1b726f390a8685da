package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A helper image that is missing, wrong or out of room costs neither data nor a pause. */
class HelperTest {

    private static final String IMAGE = "kompoxtest/helper:";

    @TempDir private Path parent;

    private final List<String> made = new ArrayList<>();

    @AfterEach
    void removeImages() {
        for (String image : made) {
            List<String> command = List.of("docker", "image", "rm", "-f", image);
            assertThat(Shell.run(parent, Map.of(), command).code()).isZero();
        }
    }

    @Test
    void saysThatTheHelperImageIsMissingBeforeTheAppStops() {
        try (App app = App.in(parent, "nohelper", Plain.compose())) {
            app.kompox("up").ok();
            String running = Plain.startedAt(app);
            app.environment.put("KOMPOX_HELPER_IMAGE", "nothing:none");

            Clear.error(
                    app.kompox("snapshot", "create"),
                    1,
                    "the helper image nothing:none",
                    "docker pull nothing:none");
            Clear.finding(
                    app.kompox("doctor"), "fail", "nothing:none", "unset KOMPOX_HELPER_IMAGE");
            app.environment.put(
                    "KOMPOX_HELPER_IMAGE",
                    App.image("KOMPOX_TEST_BUSYBOX_IMAGE", "busybox:latest"));
            Clear.error(
                    app.kompox("snapshot", "create"),
                    1,
                    "no helper image",
                    "unset KOMPOX_HELPER_IMAGE");
            Clear.finding(
                    app.kompox("doctor"), "fail", "no helper image", "unset KOMPOX_HELPER_IMAGE");

            assertThat(Plain.startedAt(app)).as("the app was not stopped").isEqualTo(running);
            assertThat(app.volumes()).containsExactly(Plain.volume(app));
        }
    }

    @Test
    void saysThatThereIsNoRoomBeforeTheAppStops() {
        try (App app = App.in(parent, "noroom", Plain.compose())) {
            app.kompox("up").ok();
            Plain.write(app, "a", "one");
            app.kompox("snapshot", "create", "--name", "first").ok();
            String running = Plain.startedAt(app);
            String content = Plain.content(app);
            String measure =
                    "#!/bin/bash\\n[ $1 = room ] || echo used $2 4096\\n"
                            + "[ $1 = used ] || echo room $2 3 9 ext4\\n";
            helper(app, "full", "printf '" + measure + "' > /kompox/bin/measure");

            Clear.error(
                    app.kompox("snapshot", "create", "--name", "second"),
                    1,
                    "the Docker Engine has 3 B left",
                    "kompox snapshot list");
            Clear.error(
                    app.kompox("restore", "first", "--yes"),
                    1,
                    "needs 4.0 KiB, and the Docker Engine has 3 B left",
                    "kompox snapshot list");
            Clear.finding(app.kompox("doctor"), "warn", "3 B", "docker system df");

            assertThat(Plain.startedAt(app)).as("the app was not stopped").isEqualTo(running);
            assertThat(Plain.content(app)).isEqualTo(content);
            assertThat(app.volumes())
                    .containsExactly(Plain.volume(app), Plain.volume(app) + ".snapshot.first");
        }
    }

    @Test
    void undoesACopyThatRunsOutOfRoom() {
        try (App app = App.in(parent, "fills", Plain.compose())) {
            app.kompox("up").ok();
            Plain.write(app, "a", "one");
            app.kompox("snapshot", "create", "--name", "first").ok();
            String content = Plain.content(app);
            helper(app, "fills", "printf '#!/bin/bash\\nexit 28\\n' > /kompox/bin/copy-tree");

            Result snapshot = app.kompox("snapshot", "create", "--name", "second");
            Clear.error(snapshot, 1, "no space left", "kompox snapshot list");
            assertThat(snapshot.err()).contains("Everything was undone and is as before");
            Clear.error(
                    app.kompox("restore", "first", "--yes"),
                    1,
                    "no space left",
                    "kompox snapshot list");

            assertThat(Plain.content(app)).as("and it runs").isEqualTo(content);
            assertThat(app.kompox("snapshot", "list", "-o", "name").ok().out().strip())
                    .isEqualTo("first");
            assertThat(app.volumes())
                    .containsExactly(Plain.volume(app), Plain.volume(app) + ".snapshot.first");
        }
    }

    /** Make a helper image that lies or fails, and use it from now on. */
    private void helper(App app, String tag, String change) {
        String container = app.project + "-image";
        String image = App.image("KOMPOX_TEST_HELPER_IMAGE", "kompox/helper:0.1.0");
        app.run("docker", "rm", "-f", container);
        app.run(
                        "docker",
                        "run",
                        "--name",
                        container,
                        "--label",
                        "kompox.dev/test=1",
                        "--network",
                        "none",
                        "--entrypoint",
                        "/bin/bash",
                        image,
                        "-c",
                        change)
                .ok();
        app.run("docker", "commit", container, IMAGE + tag).ok();
        app.run("docker", "rm", "-f", container).ok();
        made.add(IMAGE + tag);
        app.environment.put("KOMPOX_HELPER_IMAGE", IMAGE + tag);
    }
}
