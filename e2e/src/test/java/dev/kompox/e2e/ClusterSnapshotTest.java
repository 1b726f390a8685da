package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Restore points of an app on a cluster are taken, brought back and removed as on an engine. */
@Tag("cluster")
class ClusterSnapshotTest {

    private static final Pattern UNFINISHED =
            Pattern.compile("\"id\":\"(sn-[a-z0-9]+)\"[^{}]*\"state\":\"unfinished\"");

    @RegisterExtension
    private static final SharedCluster SHARED = SharedCluster.small(Quiet.image());

    @TempDir private Path parent;

    @Test
    void bringsBackWhatWasAndUndoesThat() {
        try (App app = App.in(parent, "keeps", Quiet.compose(), side().environment())) {
            kompox(app, "up", "--yes").ok();
            write(app, "old");

            Result taken = kompox(app, "snapshot", "create", "--name", "first", "--yes").ok();
            assertThat(taken.all()).contains("Restore point first is taken, stopped");
            Clear.noNoise(taken);
            assertThat(side().serving(app)).isEqualTo(1);
            assertThat(file(app)).isEqualTo("old\n");
            assertThat(kompox(app, "snapshot", "list").ok().out())
                    .containsPattern("first .* data .* stopped");
            assertThat(kompox(app, "disk", "list").ok().out()).doesNotContain("first");

            write(app, "new");
            kompox(app, "restore", "first", "--yes").ok();
            assertThat(file(app)).isEqualTo("old\n");

            kompox(app, "restore", "--undo", "--yes").ok();
            assertThat(file(app)).isEqualTo("new\n");

            kompox(app, "disk", "clone", "data/main", "data/copy", "--yes").ok();
            Result again = kompox(app, "snapshot", "create", "--name", "first", "--yes");
            assertThat(again.code()).as(again.all()).isNotZero();
            assertThat(again.all()).contains("there is a restore point \"first\" already");

            kompox(app, "snapshot", "delete", "first", "--yes").ok();
            assertThat(objects(app)).isEmpty();
            assertThat(kompox(app, "snapshot", "list").ok().out()).doesNotContain("first ");
            assertThat(file(app)).isEqualTo("new\n");
        }
    }

    @Test
    void staysWhenTheAppGoesWithItsDisks() {
        try (App app = App.in(parent, "stays", Quiet.compose(), side().environment())) {
            kompox(app, "up", "--yes").ok();
            write(app, "old");
            kompox(app, "snapshot", "create", "--name", "first", "--yes").ok();
            List<String> before = objects(app);
            assertThat(before).hasSize(2);

            assertThat(kompox(app, "down", "--disks", "--dry-run").ok().all())
                    .as("it is said what stays")
                    .contains("restore point first");
            kompox(app, "down", "--disks", "--yes").ok();

            assertThat(objects(app)).isEqualTo(before);
            kompox(app, "up", "--yes").ok();
            kompox(app, "restore", "first", "--yes").ok();
            assertThat(file(app)).isEqualTo("old\n");
            kompox(app, "snapshot", "delete", "first", "--yes").ok();
            assertThat(objects(app)).isEmpty();
        }
    }

    @Test
    void goesOnOrBackWhenItIsKilledWhileItCopies() throws Exception {
        try (App app = App.in(parent, "killed", Quiet.compose(), side().environment())) {
            kompox(app, "up", "--yes").ok();
            Quiet.fill(app, side(), "big", 50);
            String content = Quiet.content(app, side());

            String first = killed(app, "first");
            Result early = kompox(app, "restore", "first", "--yes");
            assertThat(early.code()).as(early.all()).isNotZero();
            kompox(app, "operation", "resume", first, "--yes").ok();
            assertThat(side().serving(app)).isEqualTo(1);
            assertThat(objects(app)).hasSize(2);

            String second = killed(app, "second");
            kompox(app, "operation", "rollback", second, "--yes").ok();
            assertThat(side().serving(app)).isEqualTo(1);
            assertThat(objects(app)).as("only those of the first").hasSize(2);

            Quiet.shell(app, side(), "rm /data/big").ok();
            kompox(app, "restore", "first", "--yes").ok();
            assertThat(Quiet.content(app, side())).isEqualTo(content);
            kompox(app, "snapshot", "delete", "first", "--yes").ok();
            assertThat(objects(app)).isEmpty();
        }
    }

    /** Begin to take a restore point, die as soon as a claim is there; return the operation. */
    private String killed(App app, String name) throws Exception {
        int before = objects(app).size();
        String[] words = {"--on", side().place(), "snapshot", "create", "--name", name, "--yes"};
        Process create = app.begin(parent.resolve("said"), words);
        Poll.until("a claim is there", 120, () -> objects(app).size() > before);
        App.end(create);
        String listed = kompox(app, "operation", "list", "-o", "json").ok().out();
        Matcher unfinished = UNFINISHED.matcher(listed.replaceAll("\\s", ""));
        assertThat(unfinished.find()).as(listed).isTrue();
        return unfinished.group(1);
    }

    private static void write(App app, String text) {
        Quiet.shell(app, side(), "echo " + text + " >/data/file && sync").ok();
    }

    private static String file(App app) {
        return Quiet.shell(app, side(), "cat /data/file").ok().out();
    }

    /** List the claims and volumes of the app's snapshots. */
    private static List<String> objects(App app) {
        String mine = "kompox.dev/snapshot,app.kubernetes.io/name=" + app.project;
        return side().kubectl(app, "get", "pvc,pv", "-l", mine, "-o", "name")
                .ok()
                .out()
                .lines()
                .toList();
    }

    private static Result kompox(App app, String... words) {
        return app.kompoxAt(side(), words);
    }

    private static Side.Kubernetes side() {
        return new Side.Kubernetes(SHARED.get());
    }
}
