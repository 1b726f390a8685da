package dev.kompox.kubernetes.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kompox.kubernetes.exec.PodTarget;
import dev.kompox.kubernetes.kit.TestNamespace;
import dev.kompox.kubernetes.kit.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A terminal in a container of a real cluster, used by a process on a pseudo-terminal. */
@Tag("cluster")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TerminalExecClusterTest {

    @TempDir private Path root = Path.of("");

    private @Nullable TestNamespace made;
    private PodTarget pod = new PodTarget("", "", "");

    @BeforeAll
    void open() {
        made = TestNamespace.make();
        pod = made.run("place", "exec sleep 1000");
    }

    @AfterAll
    void close() {
        if (made != null) {
            made.close();
        }
    }

    @Test
    void aShellInAPodIsUsedAsIfItWereHere() throws IOException {
        try (PseudoTerminal terminal = terminal("sh")) {
            terminal.type("echo first$((1+1))\r");
            terminal.expect("echo first$((1+1))");
            terminal.expect("first2");
            terminal.type("stty size; echo sized$((1+1))\r");
            terminal.expect("33 111");
            terminal.expect("sized2");
            Files.createFile(root.resolve("resize"));
            terminal.type("while [ \"$(stty size)\" = '33 111' ]; do usleep 50000; done\r");
            terminal.type("stty size\r");
            terminal.expect("44 122");
            terminal.type("echo asleep$((1+1)); sleep 1000\r");
            terminal.expect("asleep2");
            terminal.type("\u0003");
            terminal.type("echo interrupted $?\r");
            terminal.expect("interrupted 130");
            terminal.type("exit 7\r");
            terminal.expect("code 7, terminal as before");
        }
    }

    @Test
    void everyByteTypedArrives() throws IOException {
        String program = "stty raw -echo; echo ready; head -c 6 | od -An -tx1";
        try (PseudoTerminal terminal = terminal("sh -c '" + program + "'")) {
            terminal.expect("ready");
            terminal.type("\u0004\u001a\u0011\u001c\r\u007f");
            terminal.expect("04 1a 11 1c 0d 7f");
            terminal.expect("code 0, terminal as before");
        }
    }

    @Test
    void aProgramThatCannotBeRunLeavesTheTerminalAsItWas() throws IOException {
        try (PseudoTerminal terminal = terminal("absent")) {
            terminal.expect("code 1, terminal as before");
            assertThat(terminal.shown()).contains("executable file not found");
        }
    }

    @Test
    void whoIsAskedToEndGivesTheTerminalBack() throws IOException {
        try (PseudoTerminal terminal = terminal("sh")) {
            terminal.type("echo first$((1+1))\r");
            terminal.expect("first2");
            long pid = Long.parseLong(Files.readString(root.resolve("pid")));
            assertThat(ProcessHandle.of(pid).orElseThrow().destroy()).isTrue();
            terminal.expect("code 143, terminal as before");
        }
    }

    @Test
    void withoutATerminalNothingIsRun() throws IOException, InterruptedException {
        Path script = script("touch /tmp/ran");
        Process process =
                new ProcessBuilder("sh", script.toString())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("standard input is no terminal");
        process.waitFor();
    }

    private PseudoTerminal terminal(String command) throws IOException {
        try {
            new ProcessBuilder("script", "--version").start().waitFor();
        } catch (IOException e) {
            assumeTrue(false, "there is no program script to make a terminal with");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        Files.deleteIfExists(root.resolve("resize"));
        PseudoTerminal terminal = new PseudoTerminal(script(command));
        Wait.until("it began", Duration.ofSeconds(60), () -> Files.exists(root.resolve("pid")));
        return terminal;
    }

    private Path script(String command) throws IOException {
        Files.deleteIfExists(root.resolve("pid"));
        return Files.writeString(
                root.resolve("script"),
                """
                [ -t 0 ] && stty rows 33 cols 111
                (while ! [ -e %1$s/resize ]; do sleep 0.1; done
                 stty rows 44 cols 122 </dev/tty) &
                resizer=$!
                before=$(stty -g)
                '%2$s' -cp '%3$s' %4$s %1$s/pid '%5$s' %6$s %7$s %8$s
                code=$?
                kill $resizer 2>/dev/null
                [ "$(stty -g)" = "$before" ] && state='as before' || state=changed
                echo "code $code, terminal $state"
                """
                        .formatted(
                                root,
                                Path.of(System.getProperty("java.home"), "bin", "java"),
                                System.getProperty("java.class.path"),
                                TerminalProgram.class.getName(),
                                TestNamespace.kubeconfig(),
                                pod.namespace(),
                                pod.pod(),
                                command));
    }
}
