package dev.kompox.compose;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The docker compose of this machine, asked what it makes of some files. */
final class DockerCompose {

    private static final @Nullable String VERSION = version();

    private DockerCompose() {}

    private static @Nullable String version() {
        String answer = ask(Path.of("").toAbsolutePath(), Map.of(), "version", "--short");
        if (answer == null || !answer.strip().matches("v?\\d+\\.\\d+.*")) {
            return null;
        }
        return answer.strip().replaceFirst("^v", "");
    }

    /** Skip the test, saying why, where there is none that is new enough. */
    static void assumePresent() {
        assumeAtLeast("2.20");
    }

    /** Skip the test, saying why, where there is none of this version ({@code 2.36}) or a later. */
    static void assumeAtLeast(String least) {
        assumeTrue(VERSION != null, "docker compose does not work here");
        assumeTrue(
                number(String.valueOf(VERSION)) >= number(least),
                "docker compose " + VERSION + " is older than " + least);
    }

    /** Say whether it is of the major version 2, of which our rules were learnt. */
    static boolean isVersion2() {
        return number(String.valueOf(VERSION)) < number("3.0");
    }

    private static int number(String version) {
        String[] parts = version.split("\\.", 3);
        return Integer.parseInt(parts[0]) * 1000 + Integer.parseInt(parts[1]);
    }

    /** Return the resolved configuration as JSON, or null if it refuses the files. */
    static @Nullable String config(
            Path directory, Map<String, String> environment, List<String> options) {
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of("config", "--format", "json"));
        return ask(directory, environment, words.toArray(String[]::new));
    }

    /** Return what it prints for some words, or null if it refuses. */
    static @Nullable String ask(Path directory, Map<String, String> environment, String... words) {
        String program = System.getProperty("docker.compose", "");
        List<String> command =
                new ArrayList<>(
                        program.isEmpty() ? List.of("docker", "compose") : List.of(program));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("PATH", String.valueOf(System.getenv("PATH")));
        builder.environment().put("HOME", "/root");
        builder.environment().putAll(environment);
        try {
            Path answer = Files.createTempFile("docker-compose", ".json");
            builder.redirectOutput(answer.toFile());
            try {
                Process process = builder.start();
                process.getOutputStream().close();
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    // docker runs compose as a process of its own, which would go on
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    throw new AssertionError("no answer within 60 s: " + command);
                }
                return process.exitValue() == 0 ? Files.readString(answer) : null;
            } finally {
                Files.delete(answer);
            }
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
