package dev.kompox.driver.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Run a program that must succeed. */
final class Command {

    private Command() {}

    /** Return what it prints. */
    static String run(Path directory, String in, String program, String... words) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(words));
        try {
            Path err = Files.createTempFile("kompoxtest", ".err");
            Process process =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectError(err.toFile())
                            .start();
            try (OutputStream out = process.getOutputStream()) {
                out.write(in.getBytes(StandardCharsets.UTF_8));
            }
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(command + " failed: " + Files.readString(err));
            }
            Files.delete(err);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
