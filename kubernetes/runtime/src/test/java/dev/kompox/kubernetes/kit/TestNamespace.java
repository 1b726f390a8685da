package dev.kompox.kubernetes.kit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kompox.kubernetes.client.ClusterChoice;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.PodTarget;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A namespace of its own on a real cluster, which goes with it. */
public final class TestNamespace implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration START = Duration.ofMinutes(2);

    private final ClusterConnection cluster;
    private final String name;

    private TestNamespace(ClusterConnection cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    /** Make one; skips the test where no cluster was named. */
    public static TestNamespace make() {
        ClusterConnection cluster = ClusterConnection.open(choice(kubeconfig()));
        String name = "kit" + ProcessHandle.current().pid() + "r" + NUMBER.incrementAndGet();
        TestNamespace made = new TestNamespace(cluster, name);
        made.client()
                .namespaces()
                .resource(new NamespaceBuilder().withNewMetadata().withName(name).and().build())
                .create();
        // without its account no pod is let in
        Wait.until(
                "the namespace's account",
                START,
                () ->
                        made.client().serviceAccounts().inNamespace(name).withName("default").get()
                                != null);
        return made;
    }

    /** Return the file that names the cluster; skips the test where none does. */
    public static Path kubeconfig() {
        String kubeconfig = System.getenv("KOMPOX_TEST_KUBECONFIG");
        assumeTrue(kubeconfig != null && !kubeconfig.isEmpty(), "no cluster to test on was named");
        return Path.of(Objects.requireNonNull(kubeconfig));
    }

    /** Return the choice of a file's current context. */
    public static ClusterChoice choice(Path kubeconfig) {
        return new ClusterChoice(kubeconfig, null, new LinkedHashMap<>());
    }

    /** Return the image whose containers have a shell and the usual commands. */
    public static String image() {
        return Objects.requireNonNullElse(
                System.getenv("KOMPOX_TEST_BUSYBOX_IMAGE"), "kompox-test/busybox:latest");
    }

    public ClusterConnection cluster() {
        return cluster;
    }

    public KubernetesClient client() {
        return cluster.client();
    }

    public String name() {
        return name;
    }

    /** Make a pod of one container {@code main} that runs a shell command, and wait for it. */
    public PodTarget run(String pod, String command) {
        create(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, labels: {app: %s}}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                  - {name: main, image: %s, imagePullPolicy: Never, command: [sh, -c, %s]}
                """
                        .formatted(pod, pod, image(), Serialization.asJson(command)));
        ready(pod);
        return new PodTarget(name, pod, "main");
    }

    /** Make a pod of a manifest. */
    public void create(String manifest) {
        Pod pod = Serialization.unmarshal(manifest, Pod.class);
        client().pods().inNamespace(name).resource(pod).create();
    }

    /** Wait until a pod is ready. */
    public void ready(String pod) {
        Wait.until("pod " + pod + " is ready", START, () -> isReady(pod));
    }

    private boolean isReady(String pod) {
        Pod now = client().pods().inNamespace(name).withName(pod).get();
        return now != null && Readiness.getInstance().isReady(now);
    }

    /** Remove a pod and wait until it is gone. */
    public void remove(String pod) {
        client().pods().inNamespace(name).withName(pod).withGracePeriod(1).delete();
        Wait.until(
                "pod " + pod + " is gone",
                START,
                () -> client().pods().inNamespace(name).withName(pod).get() == null);
    }

    @Override
    public void close() {
        client().pods().inNamespace(name).withGracePeriod(0).delete();
        client().namespaces().withName(name).delete();
        cluster.close();
    }
}
