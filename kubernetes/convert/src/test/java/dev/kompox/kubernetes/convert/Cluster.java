package dev.kompox.kubernetes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.kubernetes.object.Manifests;
import dev.kompox.manifest.kom.VolumeSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A namespace of a real cluster, reached with kubectl; gone when closed. */
final class Cluster implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final String tool;
    private final String namespace;

    private Cluster(String tool, String namespace) {
        this.tool = tool;
        this.namespace = namespace;
    }

    /** Choose a namespace; skips the test where no cluster was named. */
    static Cluster take(String name) {
        String tool = System.getenv("KOMPOX_TEST_CLUSTER_TOOL");
        assumeTrue(tool != null && !tool.isEmpty(), "no cluster to test on was named");
        return new Cluster(
                Objects.requireNonNull(tool),
                "kompoxtest-" + name + "-" + ProcessHandle.current().pid());
    }

    String namespace() {
        return namespace;
    }

    /** Make the namespace, for objects that are only checked. */
    void make() {
        kubectl("create", "namespace", namespace);
    }

    /** Have objects checked as strictly as the cluster can, and not kept. */
    void check(List<KubernetesObject> objects) {
        assertThat(apply(objects, "--dry-run=server")).doesNotContain("Warning");
    }

    /** Apply objects; return what kubectl says. */
    String apply(List<KubernetesObject> objects, String... options) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "apply",
                                "--server-side",
                                "--validate=strict",
                                "--force-conflicts"));
        words.addAll(Arrays.asList(options));
        words.addAll(List.of("-f", "-"));
        return kubectl(Manifests.yaml(objects), words);
    }

    /** Apply all that a request becomes, and its claims. */
    void run(ConversionRequest request) {
        List<KubernetesObject> objects = Converter.convert(request).objects();
        apply(objects.subList(0, 1));
        apply(ClaimObjects.of(request, null, VolumeSize.parse("64Mi"), List.of()));
        check(objects);
        apply(objects);
    }

    /** Stop a deployment's pod; return the exit code of each of its containers, a line each. */
    String ends(String deployment) {
        String pod = here("get", "pods", "-l", "app=" + deployment, "-o", "name").strip();
        // keeps what is known of the pod until it has been read
        here("patch", pod, "-p", "{\"metadata\":{\"finalizers\":[\"kompox.dev/test\"]}}");
        here("scale", "deployment/" + deployment, "--replicas=0");
        String phase = "{.status.phase}";
        here("wait", pod, "--for=jsonpath=" + phase + "=Succeeded", "--timeout=120s");
        String codes = "{.name} {.state.terminated.exitCode}{\"\\n\"}";
        String all =
                here(
                        "get",
                        pod,
                        "-o",
                        "jsonpath={range .status.initContainerStatuses[*]}"
                                + codes
                                + "{end}{range .status.containerStatuses[*]}"
                                + codes
                                + "{end}");
        here("patch", pod, "--type=merge", "-p", "{\"metadata\":{\"finalizers\":null}}");
        here("wait", "pods", "--all", "--for=delete", "--timeout=60s");
        return all;
    }

    /** Wait until a deployment's pod is ready. */
    void ready(String deployment) {
        try {
            here("wait", "deployment/" + deployment, "--for=condition=Available", "--timeout=180s");
        } catch (AssertionError e) {
            String told =
                    here("describe", "pods")
                            + here(
                                    "logs",
                                    "deployment/" + deployment,
                                    "--all-containers",
                                    "--prefix");
            throw new AssertionError(told, e);
        }
    }

    /** Stop a deployment's pod, and wait until it is gone. */
    void stop(String deployment) {
        here("scale", "deployment/" + deployment, "--replicas=0");
        here("wait", "pods", "--all", "--for=delete", "--timeout=120s");
    }

    /** Start a deployment's pod, and wait until it is ready. */
    void start(String deployment) {
        here("scale", "deployment/" + deployment, "--replicas=1");
        ready(deployment);
    }

    /** Run a command in a container; return what it says. */
    String exec(String deployment, String container, String... command) {
        List<String> words =
                new ArrayList<>(List.of("exec", "deployment/" + deployment, "-c", container, "--"));
        words.addAll(Arrays.asList(command));
        return here(words.toArray(String[]::new));
    }

    private String here(String... words) {
        List<String> all = new ArrayList<>(List.of("--namespace", namespace));
        all.addAll(Arrays.asList(words));
        return kubectl("", all);
    }

    /** Run kubectl; return what it says. */
    String kubectl(String... words) {
        return kubectl("", Arrays.asList(words));
    }

    private String kubectl(String input, List<String> words) {
        String cluster = Objects.requireNonNullElse(System.getenv("KOMPOX_TEST_CLUSTER"), "test");
        List<String> command = new ArrayList<>(List.of(tool, "kubectl", cluster));
        command.addAll(words);
        try {
            Path in = Files.writeString(Files.createTempFile("kubectl", ".yaml"), input);
            Path out = Files.createTempFile("kubectl", ".txt");
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(in.toFile())
                            .redirectOutput(out.toFile())
                            .redirectErrorStream(true)
                            .start();
            boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = Files.readString(out, StandardCharsets.UTF_8);
            Files.delete(in);
            Files.delete(out);
            assertThat(ended && process.exitValue() == 0)
                    .as("%s\n%s", String.join(" ", command), said)
                    .isTrue();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        kubectl("delete", "namespace", namespace, "--ignore-not-found", "--wait=false");
    }
}
