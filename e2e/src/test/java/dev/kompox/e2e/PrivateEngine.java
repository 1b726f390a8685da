package dev.kompox.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Docker Engine of a test's own, on a small filesystem of its own, that may be filled and killed.
 *
 * <p>It lives in namespaces for mounts, processes and the network. Their first process ends when
 * nobody writes to it any more; the kernel then ends all others and unmounts everything.
 */
final class PrivateEngine implements AutoCloseable {

    private static final String FIRST =
            """
            cd "$0" && mkdir root && truncate -s "$2M" image && "mkfs.$1" image >&2 || exit 1
            ip link set lo up; mount -t tmpfs tmpfs /run
            mount -o loop image root && echo mounted || exit 1
            while read -r word; do
              case $word in
                start)
                  dockerd --data-root "$0/root" --exec-root "$0/exec" --pidfile "$0/pid" \\
                    -H "unix://$0/socket" $3 \\
                    --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "/${0##*/}" >&2 &
                  engine=$!
                  for ((i = 0; i < 600; i++)); do
                    docker -H "unix://$0/socket" version >/dev/null && break
                    kill -0 "$engine" && sleep 0.05 || break
                  done ;;
                kill)
                  kill -9 "$engine"
                  wait "$engine"
                  while kill -0 "$(cat exec/containerd/containerd.pid)"; do sleep 0.01; done ;;
              esac
              echo "$word"
            done
            """;

    private static final String WITHOUT_NETWORK =
            "--bridge=none --iptables=false --ip6tables=false";

    private final Path directory;
    private final Process first;
    private final BufferedReader answers;

    private PrivateEngine(Path directory, String filesystem, int mebibytes, String network)
            throws IOException {
        this.directory = directory;
        String namespaces = "unshare --mount --pid --net --fork --kill-child --mount-proc";
        List<String> command = new ArrayList<>(List.of(namespaces.split(" ", -1)));
        command.addAll(List.of("bash", "-c", FIRST, name()));
        command.addAll(List.of(filesystem, String.valueOf(mebibytes), network));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(directory.resolve("log").toFile());
        first = builder.start();
        answers = first.inputReader(StandardCharsets.UTF_8);
    }

    /** Start an engine with the test images; skips the test where that cannot be. */
    static PrivateEngine on(String filesystem, int mebibytes) throws IOException {
        PrivateEngine engine = open(filesystem, mebibytes, WITHOUT_NETWORK);
        try {
            String images =
                    App.image("KOMPOX_TEST_BUSYBOX_IMAGE", "busybox:latest")
                            + " "
                            + App.image("KOMPOX_TEST_HELPER_IMAGE", "kompox/helper:0.1.0");
            engine.load(images);
            return engine;
        } catch (RuntimeException | AssertionError e) {
            engine.close();
            throw e;
        }
    }

    /** Start an engine whose containers have networks; it has no image but the helper's. */
    static PrivateEngine networked(int mebibytes) throws IOException {
        PrivateEngine engine = open("ext4", mebibytes, "--iptables=true");
        try {
            engine.load(App.image("KOMPOX_TEST_HELPER_IMAGE", "kompox/helper:0.1.0"));
            return engine;
        } catch (RuntimeException | AssertionError e) {
            engine.close();
            throw e;
        }
    }

    private static PrivateEngine open(String filesystem, int mebibytes, String network)
            throws IOException {
        assumeTrue("1".equals(System.getenv("KOMPOX_TEST_DOCKER")), "no Docker Engine answers");
        assumeTrue("root".equals(System.getProperty("user.name")), "only root starts an engine");
        for (String program : List.of("dockerd", "mkfs." + filesystem, "mount", "unshare")) {
            List<String> look = List.of("bash", "-c", "command -v " + program);
            boolean found = Shell.run(Path.of("/"), Map.of(), look).code() == 0;
            assumeTrue(found, "there is no " + program + " on the PATH");
        }
        Path directory = Files.createTempDirectory("kompoxtest-engine");
        PrivateEngine engine = new PrivateEngine(directory, filesystem, mebibytes, network);
        try {
            assumeTrue("mounted".equals(engine.answers.readLine()), "no " + filesystem + " mounts");
            engine.start();
            return engine;
        } catch (IOException | RuntimeException | AssertionError e) {
            engine.close();
            throw e;
        }
    }

    private void load(String images) {
        shell("set -o pipefail; docker save " + images + " | docker -H unix://$PWD/socket load")
                .ok();
    }

    /** Return the address that it answers at. */
    String address() {
        return "unix://" + name() + "/socket";
    }

    /** Make the project of {@link Plain} on this engine. */
    App app(Path parent, String name) {
        String compose =
                Plain.compose().replace("    command:", "    network_mode: none\n    command:");
        return App.in(parent, name, compose, Map.of("DOCKER_HOST", "unix://" + name() + "/socket"));
    }

    /** Start the engine and wait until it answers. */
    void start() throws IOException {
        tell("start");
        Path socket = directory.resolve("socket");
        shell("docker -H unix://" + socket + " version || ! tail log").ok();
    }

    /** Kill the engine as a crash does: what it started goes on by itself. */
    void kill() throws IOException {
        tell("kill");
    }

    /** Fill the filesystem until only so much is left. */
    void leave(int mebibytes) {
        inside(
                        "rm -f filler; fallocate -l $(($(stat -f -c '%a*%S' .) - (MIB << 20))) filler"
                                .replace("MIB", String.valueOf(mebibytes)))
                .ok();
    }

    /** Fill the filesystem to the last block. */
    void fill() {
        inside(
                "f=filler.last; fallocate -l $(($(stat -f -c '%a*%S' .))) $f;"
                        + " dd if=/dev/zero bs=1M >>$f; dd if=/dev/zero bs=4k >>$f");
    }

    /** Take away what filled it. */
    void makeRoom() {
        inside("rm -f filler filler.last").ok();
    }

    /** Return the bytes that are used. */
    long used() {
        String count = "sync -f .; echo $(($(stat -f -c '(%b-%f)*%S' .)))";
        return Long.parseLong(inside(count).ok().out().strip());
    }

    /** Return how large a file in a volume is, 0 if there is none. */
    long size(String volume, String file) {
        Path path = root().resolve("volumes").resolve(volume).resolve("_data").resolve(file);
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        first.getOutputStream().close();
        try {
            if (!first.waitFor(20, TimeUnit.SECONDS)) {
                first.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        shell("find /sys/fs/cgroup -depth -type d -path \"*/${PWD##*/}*\" -exec rmdir {} +");
        shell("rm -rf --one-file-system \"$PWD\"").ok();
    }

    private void tell(String word) throws IOException {
        first.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
        first.getOutputStream().flush();
        answers.readLine();
    }

    /** Return its data directory as it is seen from here. */
    private Path root() {
        long inner = first.toHandle().children().findFirst().orElseThrow().pid();
        return Path.of("/proc/" + inner + "/root" + name() + "/root");
    }

    private Result inside(String script) {
        return Shell.run(root(), Map.of(), List.of("bash", "-c", script));
    }

    private Result shell(String script) {
        return Shell.run(directory, Map.of(), List.of("bash", "-c", script));
    }

    private String name() {
        return directory.toString();
    }
}
