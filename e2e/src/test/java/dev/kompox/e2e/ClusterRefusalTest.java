package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands in the way of a move to a cluster is told before the app stops; what shows only there
 * is undone.
 */
@Tag("cluster")
class ClusterRefusalTest {

    private static final String ABSENT = "kompoxtest.invalid/absent:1";

    @RegisterExtension
    private static final SharedCluster SHARED = SharedCluster.small(Quiet.image());

    @TempDir private Path parent;

    @Test
    void saysThatTheClusterCannotHaveTheImageAndLoadsItOnRequest() {
        String compose = Quiet.compose(lines -> lines.replace(Quiet.image(), ABSENT));
        try (App app = App.in(parent, "noimage", compose, side().environment())) {
            app.run("docker", "tag", Quiet.image(), ABSENT).ok();
            String running = begin(app);

            Result refused = app.kompox("move", "--to", side().place(), "--yes");

            assertThat(refused.all())
                    .contains(ABSENT)
                    .contains("kompox cluster load " + side().place() + " " + ABSENT);
            expectUntouched(app, running, refused);

            app.kompox("move", "--to", side().place(), "--load-images", "--yes").ok();
            Quiet.expectOnly(app, "image loaded", side(), Side.local());
            app.kompox("--on", side().place(), "move", "--to", "local", "--yes").ok();
        } finally {
            Shell.run(parent, Map.of(), List.of("docker", "rmi", ABSENT));
        }
    }

    @Test
    void goesBackByItselfWhenTheAppEndsThere() throws Exception {
        String onlyHere = "test -z $$KUBERNETES_SERVICE_HOST || exit 3; while";
        goesBack("endsthere", Quiet.compose(lines -> lines.replace("while", onlyHere)));
    }

    /** A pod is given ten minutes to become healthy, so an ordinary run leaves this out. */
    @Test
    @EnabledIfEnvironmentVariable(named = "KOMPOX_TEST_ALL", matches = "1")
    void goesBackByItselfWhenTheAppDoesNotBecomeReadyThere() throws Exception {
        String healthyOnlyHere =
                """
                    healthcheck:
                      test: ["CMD-SHELL", "test -z $$KUBERNETES_SERVICE_HOST"]
                      interval: 1s
                      timeout: 2s
                      retries: 5
                """
                        .indent(4);
        goesBack("neverready", Quiet.compose(lines -> lines + healthyOnlyHere));
    }

    private void goesBack(String name, String compose) throws Exception {
        try (App app = App.in(parent, name, compose, side().environment())) {
            app.kompox("up").ok();
            Quiet.shell(app, Side.local(), "echo kept >/data/file").ok();
            Path said = parent.resolve("said");
            Process move = app.begin(said, "move", "--to", side().place(), "--yes");
            Poll.until("the move ends", 1200, () -> !move.isAlive());

            Result failed = new Result(move.exitValue(), "", Shell.read(said));
            assertThat(failed.code()).as(failed.all()).isEqualTo(1);
            assertThat(failed.all()).contains("undone");
            Clear.noNoise(failed);
            Quiet.expectOnly(app, "undone", Side.local(), side());
            assertThat(Quiet.shell(app, Side.local(), "cat /data/file").ok().out())
                    .isEqualTo("kept\n");
            assertThat(app.kompox("status").ok().out()).doesNotContain("Unfinished");
        }
    }

    @Test
    void leavesANamespaceAloneThatIsSomebodyElses() {
        try (App app = App.in(parent, "foreign", Quiet.compose(), side().environment())) {
            app.kompox("--on", side().place(), "up", "--yes").ok();
            String namespace = side().namespace(app);
            app.kompox("--on", side().place(), "down", "--yes").ok();
            SHARED.get().kubectl("delete", "namespace", namespace, "--wait").ok();
            SHARED.get().kubectl("create", "namespace", namespace).ok();
            String theirs = "-n " + namespace + " create configmap theirs --from-literal=a=b";
            SHARED.get().kubectl(theirs.split(" ", -1)).ok();
            String running = begin(app);

            Result refused = app.kompox("move", "--to", side().place(), "--yes");

            assertThat(refused.all()).contains("namespace " + namespace).contains("not Kompox's");
            expectUntouched(app, running, refused);
            String left = "get configmaps,pvc,secrets,deployments -n " + namespace + " -o name";
            assertThat(SHARED.get().kubectl(left.split(" ", -1)).ok().out().lines())
                    .containsExactlyInAnyOrder("configmap/kube-root-ca.crt", "configmap/theirs");
        }
    }

    @Test
    void namesTheRightThatIsMissing() throws Exception {
        Path kubeconfig = new Guest(SHARED.get(), parent).kubeconfig();
        try (App app = App.in(parent, "rights", Quiet.compose(), at(kubeconfig))) {
            String running = begin(app);

            Result refused = app.kompox("move", "--to", "kube:" + Guest.NAME, "--yes");

            assertThat(refused.all()).contains("may not create namespaces");
            expectUntouched(app, running, refused);
        }
    }

    @Test
    void saysThatTheLoginIsNotAcceptedAnyMore() throws Exception {
        Path kubeconfig = new Guest(SHARED.get(), parent).expired();
        try (App app = App.in(parent, "expired", Quiet.compose(), at(kubeconfig))) {
            String running = begin(app);

            Result refused = app.kompox("move", "--to", "kube:" + Guest.NAME, "--yes");

            assertThat(refused.all()).contains("does not accept the login of user " + Guest.NAME);
            expectUntouched(app, running, refused);
        }
    }

    @Test
    void saysThatTheClusterHasNoDefaultStorageClass() {
        try (App app = App.in(parent, "noclass", Quiet.compose(), side().environment())) {
            String running = begin(app);
            defaultClass("false");

            Result refused = app.kompox("move", "--to", side().place(), "--yes");

            assertThat(refused.all()).containsIgnoringCase("storage class");
            expectUntouched(app, running, refused);
        } finally {
            defaultClass("true");
        }
    }

    @Test
    void saysThatThereIsNoSuchContext() {
        try (App app = App.in(parent, "nocontext", Quiet.compose(), side().environment())) {
            String running = begin(app);

            Result refused = app.kompox("move", "--to", "kube:nowhere", "--yes");

            assertThat(refused.all()).contains("nowhere");
            expectUntouched(app, running, refused);
        }
    }

    private static void defaultClass(String is) {
        String key = "storageclass.kubernetes.io/is-default-class=";
        SHARED.get()
                .kubectl("annotate", "storageclass", "local-path", "--overwrite", key + is)
                .ok();
    }

    /** Start the app here and return what tells that it was never stopped. */
    private static String begin(App app) {
        app.kompox("up").ok();
        Quiet.shell(app, Side.local(), "echo kept >/data/file").ok();
        return Quiet.startedAt(app);
    }

    private static void expectUntouched(App app, String running, Result refused) {
        assertThat(refused.code()).as(refused.all()).isNotZero();
        assertThat(refused.err().lines().filter(line -> line.startsWith("error: ")))
                .as(refused.all())
                .hasSize(1);
        Clear.noNoise(refused);
        assertThat(Quiet.startedAt(app)).as("the app was not stopped").isEqualTo(running);
        assertThat(side().serving(app)).isZero();
        assertThat(app.kompox("status").ok().out()).doesNotContain("Unfinished");
    }

    private static Side.Kubernetes side() {
        return new Side.Kubernetes(SHARED.get());
    }

    private static Map<String, String> at(Path kubeconfig) {
        assertThat(Files.exists(kubeconfig)).isTrue();
        return Map.of("KUBECONFIG", kubeconfig.toString());
    }
}
