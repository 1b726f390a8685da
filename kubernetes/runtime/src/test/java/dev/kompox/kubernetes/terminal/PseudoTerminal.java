package dev.kompox.kubernetes.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.kubernetes.kit.Wait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A shell script on a pseudo-terminal, which {@code script} of util-linux makes. */
final class PseudoTerminal implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Process process;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private int read;

    PseudoTerminal(Path script) throws IOException {
        process =
                new ProcessBuilder(List.of("script", "-qefc", "sh " + script, "/dev/null"))
                        .redirectErrorStream(true)
                        .start();
        Thread.ofPlatform().daemon().start(this::listen);
    }

    private void listen() {
        try (InputStream out = process.getInputStream()) {
            byte[] block = new byte[4096];
            for (int count = out.read(block); count >= 0; count = out.read(block)) {
                said.write(block, 0, count);
            }
        } catch (IOException e) {
            // it has ended
        }
    }

    /** Type it. */
    void type(String keys) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write(keys.getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    /** Wait until it shows a text that was not looked for before. */
    void expect(String text) {
        try {
            Wait.until(text, SOON, () -> shows(text) || !process.isAlive());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + " in: " + shown(), e);
        }
        assertThat(shown().substring(read)).contains(text);
        read = shown().indexOf(text, read) + text.length();
    }

    boolean shows(String text) {
        return shown().indexOf(text, read) >= 0;
    }

    String shown() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
