package dev.kompox.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Run programs and hold what they print; every run has a time limit. */
final class Shell {

    private static final long LIMIT_SECONDS = 300;

    private Shell() {}

    /** Run a program to its end. */
    static Result run(Path directory, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("kompoxtest", ".out");
            Path err = Files.createTempFile("kompoxtest", ".err");
            Process process = start(directory, environment, command, out, err);
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + LIMIT_SECONDS + " s: " + command);
            }
            Result result = new Result(process.exitValue(), read(out), read(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Start a program and return at once. */
    static Process start(
            Path directory,
            Map<String, String> environment,
            List<String> command,
            Path out,
            Path err)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        return builder.start();
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
