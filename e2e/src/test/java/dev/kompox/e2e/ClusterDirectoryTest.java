package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A directory that the project binds for writing is a disk on a cluster. */
@Tag("cluster")
class ClusterDirectoryTest {

    @RegisterExtension
    private static final SharedCluster SHARED = SharedCluster.small(Quiet.image());

    @TempDir private Path parent;

    @Test
    void keepsWhatIsWrittenThere() throws IOException {
        try (App app = app("keepsdirectory")) {
            Files.createDirectories(app.directory.resolve("conf/in/deep"));
            Files.writeString(app.directory.resolve("conf/in/deep/x y.yml"), "as it is\n");
            kompox(app, "up", "--yes").ok();
            side().exec(app, "app", "sh", "-c", "mkdir -p /state/below; echo kept >/state/below/f")
                    .ok();

            assertThat(side().exec(app, "app", "cat", "/conf/in/deep/x y.yml").ok().out())
                    .isEqualTo("as it is\n");

            kompox(app, "down", "--yes").ok();
            assertThat(kompox(app, "disk", "list").ok().out()).contains("state-app");
            kompox(app, "up", "--yes").ok();

            assertThat(side().exec(app, "app", "cat", "/below/f").ok().out()).isEqualTo("kept\n");
            assertThat(app.directory.resolve("state")).doesNotExist();

            assertThat(kompox(app, "down", "--disks", "--dry-run").ok().all())
                    .contains("state-app");
        }
    }

    @Test
    void doesNotBeginWithNothingWhereThereIsSomething() throws IOException {
        try (App app = app("fulldirectory")) {
            Files.createDirectory(app.directory.resolve("conf"));
            Path here = Files.createDirectories(app.directory.resolve("state/app/below"));
            Files.writeString(here.resolve("f"), "from here\n");

            Result refused = kompox(app, "up", "--yes");

            assertThat(refused.code()).as(refused.all()).isNotZero();
            assertThat(refused.all())
                    .contains("state/app, which has content here")
                    .contains("kompox disk create state-app/main");
            Clear.noNoise(refused);
            assertThat(side().pods(app)).isEmpty();

            kompox(app, "disk", "create", "state-app/main", "--yes").ok();
            kompox(app, "disk", "assign", "state-app/main", "--yes").ok();
            kompox(app, "up", "--yes").ok();
            kompox(app, "cp", "state/app/below", "app:/state").ok();
            assertThat(side().exec(app, "app", "cat", "/state/below/f").ok().out())
                    .isEqualTo("from here\n");
            assertThat(kompox(app, "up", "--yes").ok().all()).doesNotContain("stopped");
        }
    }

    private App app(String name) {
        String compose =
                """
                services:
                  app:
                    image: %s
                    command: [sleep, "100000"]
                    stop_grace_period: 1s
                    volumes:
                      - ./state/app:/state
                      - ./state/app/below:/below:ro
                      - ./conf:/conf:ro
                """
                        .formatted(Quiet.image());
        return App.in(parent, name, compose, side().environment());
    }

    private static Result kompox(App app, String... words) {
        return app.kompoxAt(side(), words);
    }

    private static Side.Kubernetes side() {
        return new Side.Kubernetes(SHARED.get());
    }
}
