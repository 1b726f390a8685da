package dev.kompox.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real Kubernetes cluster of a test's own on this machine, made by {@code e2e/cluster/cluster};
 * closing it removes every trace.
 *
 * <p>Its context has its name. Names begin with {@code ktest}, so that {@code ./test clean} finds
 * those of tests that were killed.
 */
final class Cluster implements AutoCloseable {

    private static final Path HERE = Path.of("").toAbsolutePath();

    private final String name;
    private final Path kubeconfig;
    private final String kubectl;

    private Cluster(String name) throws IOException {
        this.name = name;
        this.kubeconfig = Path.of(tool("kubeconfig", name).ok().out().strip());
        this.kubectl = Files.readString(directory().resolve("bin")).strip() + "/kubectl";
    }

    /**
     * Make a cluster and wait until it is ready; skips the test where that cannot be.
     *
     * @param name at most 10 letters and digits
     * @param zones a list such as {@code a,b}, dealt to the nodes in turn
     */
    static Cluster up(String name, int nodes, String zones) throws IOException {
        assumeTrue(
                "1".equals(System.getenv("KOMPOX_TEST_DOCKER")),
                "no Docker Engine answers that has the images of a cluster");
        assumeTrue("root".equals(System.getProperty("user.name")), "only root makes clusters");
        for (String program : List.of("etcd", "containerd", "runc", "iptables", "openssl")) {
            List<String> look = List.of("bash", "-c", "command -v " + program);
            assumeTrue(
                    Shell.run(HERE, Map.of(), look).code() == 0,
                    "there is no " + program + " on the PATH; ./test cluster installs it");
        }
        tool("down", name).ok();
        tool("up", name, "--nodes", String.valueOf(nodes), "--zones", zones).ok();
        return new Cluster(name);
    }

    /**
     * Write a kubeconfig of several clusters, each with a context of its name; the first is
     * current.
     */
    static Path merge(Path directory, Cluster... clusters) throws IOException {
        String all =
                Stream.of(clusters)
                        .map(cluster -> cluster.kubeconfig.toString())
                        .collect(Collectors.joining(":"));
        Result merged =
                Shell.run(
                        HERE,
                        Map.of("KUBECONFIG", all),
                        List.of(clusters[0].kubectl, "config", "view", "--flatten", "--raw"));
        Path file = Files.createTempFile(directory, "kube", ".yaml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(file, merged.ok().out());
    }

    /** Return its name, which is its context's too. */
    String name() {
        return name;
    }

    /** Return the file that reaches it. */
    Path kubeconfig() {
        return kubeconfig;
    }

    /** Return the program that speaks to it, with the option that says where it is. */
    List<String> kubectl() {
        return List.of(kubectl, "--kubeconfig", kubeconfig.toString());
    }

    /** Run kubectl on it as its administrator. */
    Result kubectl(String... words) {
        List<String> command = new ArrayList<>(kubectl());
        command.addAll(List.of(words));
        return Shell.run(HERE, Map.of(), command);
    }

    /** Put images of the Docker Engine on all its nodes. */
    void load(String... images) {
        List<String> words = new ArrayList<>(List.of("load", name));
        words.addAll(List.of(images));
        tool(words.toArray(String[]::new)).ok();
    }

    /** Return the name of a node. */
    String node(int number) {
        return name + "-n" + number;
    }

    /** Cut a node's power: what runs there ends at once, and nobody is told. */
    void powerOff(int number) {
        tool("poweroff", name, String.valueOf(number)).ok();
    }

    /** Switch a node on again, with what it held, and wait until the cluster knows. */
    void powerOn(int number) throws InterruptedException {
        Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        tool("poweron", name, String.valueOf(number)).ok();
        Poll.until("node " + node(number) + " is ready again", 120, () -> heardFrom(number, since));
    }

    /** Cut a node off the network; what runs there runs on. */
    void partition(int number) {
        tool("partition", name, String.valueOf(number)).ok();
    }

    /** Connect a node again, and wait until the cluster knows. */
    void heal(int number) throws InterruptedException {
        Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        tool("heal", name, String.valueOf(number)).ok();
        Poll.until("node " + node(number) + " is ready again", 120, () -> heardFrom(number, since));
    }

    /** Run a program where a node's programs run. */
    void inside(int number, String... words) {
        List<String> command = new ArrayList<>(List.of("inside", name, String.valueOf(number)));
        command.addAll(List.of(words));
        tool(command.toArray(String[]::new)).ok();
    }

    /** A node that lost its power counts as ready for a while yet, so its word must be new. */
    private boolean heardFrom(int number, Instant since) {
        String ready = "?(@.type==\"Ready\")";
        String words =
                "{.status.conditions[%s].status} {.status.conditions[%s].lastHeartbeatTime}"
                        .formatted(ready, ready);
        Result asked = kubectl("get", "node", node(number), "-o", "jsonpath=" + words);
        return asked.out().startsWith("True ")
                && !Instant.parse(asked.out().substring("True ".length())).isBefore(since);
    }

    /** Kill the API server and wait until it answers again. */
    void restartApiServer() {
        tool("restart-apiserver", name).ok();
    }

    /** Return a file that only the cluster's own programs read, such as a key. */
    Path secret(String file) {
        return directory().resolve("pki").resolve(file);
    }

    /** Return what a program of its control plane writes about itself. */
    Path log(String program) {
        return directory().resolve("log").resolve(program);
    }

    /** Return how many bytes the files of a name have on a node's disks, half copied ones too. */
    long bytesOnDisks(int number, String file) {
        Path disks = directory().resolve("nodes/" + number + "/kubelet/local-path");
        List<String> find =
                List.of("find", disks.toString(), "-name", "*" + file + "*", "-printf", "%s\n");
        return Shell.run(HERE, Map.of(), find).out().lines().mapToLong(Long::parseLong).sum();
    }

    private Path directory() {
        Path parent = kubeconfig.getParent();
        if (parent == null) {
            throw new IllegalStateException(kubeconfig + " is in no directory");
        }
        return parent;
    }

    @Override
    public void close() {
        tool("down", name).ok();
    }

    private static Result tool(String... words) {
        String known = System.getenv("KOMPOX_TEST_CLUSTER_TOOL");
        List<String> command = new ArrayList<>();
        command.add(known == null ? HERE.resolve("cluster/cluster").toString() : known);
        command.addAll(List.of(words));
        return Shell.run(HERE, Map.of(), command);
    }
}
