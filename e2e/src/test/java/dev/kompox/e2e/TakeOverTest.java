package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project of plain docker compose is taken over as it stands, and handed back. */
class TakeOverTest {

    @TempDir private Path parent;

    @Test
    void snapshotsAndRestoresAProjectThatDockerComposeStartedAndHandsItBack() {
        try (App app = App.in(parent, "takeover", Postgres.compose())) {
            app.compose("up", "-d", "--wait").ok();
            Postgres.sql(app, "CREATE TABLE kept (x int); INSERT INTO kept VALUES (7)");

            app.kompox("snapshot", "create", "--name", "first").ok();
            Postgres.sql(app, "DROP TABLE kept");
            app.kompox("restore", "first", "--yes").ok();

            app.compose("down").ok();
            Result up = app.compose("up", "-d", "--wait").ok();
            assertThat(up.err()).doesNotContain("was not created by Docker Compose");
            assertThat(Postgres.sql(app, "SELECT x FROM kept")).isEqualTo("7");
            assertThat(app.run("docker", "volume", "inspect", app.project + "_db").code()).isZero();
        }
    }

    @Test
    void listsTheDiskOfAProjectItHasNeverTouched() {
        try (App app = App.in(parent, "untouched", Postgres.compose())) {
            app.compose("up", "-d", "--wait").ok();

            Result list = app.kompox("disk", "list").ok();

            assertThat(list.out()).contains("db").contains(app.project + "_db");
            assertThat(app.volumes())
                    .as("listing makes nothing")
                    .containsExactly(app.project + "_db");
        }
    }

    @Test
    void downLeavesTheDiskAndUpFindsItAgain() {
        try (App app = App.in(parent, "downup", Postgres.compose())) {
            app.kompox("up").ok();
            Postgres.sql(app, "CREATE TABLE kept (x int); INSERT INTO kept VALUES (1)");

            Result down = app.kompox("down", "--yes").ok();

            assertThat(down.all()).contains("db");
            assertThat(app.volumes()).contains(app.project + "_db");
            app.kompox("up").ok();
            assertThat(Postgres.sql(app, "SELECT x FROM kept")).isEqualTo("1");
        }
    }
}
