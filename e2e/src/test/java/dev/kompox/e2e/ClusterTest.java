package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The clusters of the tests are what the tests take them for. */
@Tag("cluster")
class ClusterTest {

    @RegisterExtension
    private static final SharedCluster SHARED = SharedCluster.small(Quiet.image());

    @TempDir private Path parent;

    @Test
    void aGuestMayLookAndChangeNothing() throws Exception {
        String guest = new Guest(SHARED.get(), parent).kubeconfig().toString();

        assertThat(by(guest, "get", "pods", "-A").code()).isZero();
        Result refused = by(guest, "create", "namespace", "theirs");
        assertThat(refused.all()).contains("cannot create resource \"namespaces\"");
    }

    @Test
    void aTokenThatHasExpiredIsRefused() throws Exception {
        String expired = new Guest(SHARED.get(), parent).expired().toString();

        Result refused = by(expired, "get", "pods", "-A");

        assertThat(refused.code()).isNotZero();
        assertThat(refused.all()).contains("You must be logged in");
        assertThat(Files.readString(SHARED.get().log("kube-apiserver")))
                .contains("service account token has expired");
    }

    @Test
    void kubeconfigsOfClustersAreMerged() throws Exception {
        Cluster one = SHARED.get();
        try (Cluster two = Cluster.up("ktestb", 1, "a")) {
            String both = Cluster.merge(parent, one, two).toString();
            for (Cluster cluster : List.of(one, two)) {
                assertThat(by(both, "--context", cluster.name(), "get", "nodes").ok().out())
                        .contains(cluster.node(1));
            }
        }
    }

    @Test
    void anAppIsFoundAndItsDataOutlivesAPowerCut() throws Exception {
        try (App app = App.in(parent, "plainpod", Quiet.compose())) {
            Side side = new Side.Kubernetes(SHARED.get());
            Path file = Files.writeString(parent.resolve("app.yaml"), deployment(app));
            SHARED.get().kubectl("apply", "-f", file.toString()).ok();
            Poll.until("the app runs", 60, () -> side.serving(app) == 1);
            Quiet.fill(app, side, "ktestbig", 5);
            String content = Quiet.content(app, side);
            assertThat(content).contains("ktestbig");
            assertThat(SHARED.get().bytesOnDisks(1, "ktestbig")).isEqualTo(5L << 20);

            SHARED.get().powerOff(1);
            assertThat(Quiet.shell(app, side, "true").code()).isNotZero();
            SHARED.get().powerOn(1);

            Poll.until("it runs again", 90, () -> Quiet.shell(app, side, "true").code() == 0);
            assertThat(Quiet.content(app, side)).isEqualTo(content);
            SHARED.get().restartApiServer();
            assertThat(side.serving(app)).isEqualTo(1);
            SHARED.get().kubectl("delete", "-f", file.toString()).ok();
        }
    }

    private static String deployment(App app) {
        return """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: default}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %1$s, namespace: default}
        spec:
          strategy: {type: Recreate}
          selector: {matchLabels: {app: %1$s}}
          template:
            metadata: {labels: {app: %1$s}}
            spec:
              terminationGracePeriodSeconds: 1
              containers:
              - name: web
                image: %2$s
                imagePullPolicy: Never
                command: [sleep, "100000"]
                volumeMounts: [{name: data, mountPath: /data, subPath: data}]
              volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        """
                .formatted(Side.Kubernetes.component(app), Quiet.image());
    }

    private Result by(String kubeconfig, String... words) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(SHARED.get().kubectl().getFirst(), "--kubeconfig", kubeconfig));
        command.addAll(List.of(words));
        return Shell.run(parent, Map.of(), command);
    }
}
