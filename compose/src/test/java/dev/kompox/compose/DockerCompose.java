package dev.kompox.compose;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The docker compose of this machine, asked what it makes of some files. */
final class DockerCompose {

    private DockerCompose() {}

    /** Skip the test, saying why, where there is none that is new enough. */
    static void assumePresent() {
        String version = ask(Path.of("").toAbsolutePath(), Map.of(), "version", "--short");
        assumeTrue(version != null, "docker compose does not work here");
        String[] parts = String.valueOf(version).strip().replaceFirst("^v", "").split("\\.", 3);
        int major = Integer.parseInt(parts[0]);
        boolean newEnough = major > 2 || (major == 2 && Integer.parseInt(parts[1]) >= 35);
        assumeTrue(newEnough, "docker compose " + version + " is older than the rules compared");
    }

    /** Return the resolved configuration as JSON, or null if it refuses the files. */
    static @Nullable String config(
            Path directory, Map<String, String> environment, List<String> options) {
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of("config", "--format", "json"));
        return ask(directory, environment, words.toArray(String[]::new));
    }

    private static @Nullable String ask(
            Path directory, Map<String, String> environment, String... words) {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("PATH", String.valueOf(System.getenv("PATH")));
        builder.environment().put("HOME", "/root");
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (InputStream out = process.getInputStream()) {
                String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                boolean ended = process.waitFor(60, TimeUnit.SECONDS);
                return ended && process.exitValue() == 0 ? text : null;
            }
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Write a Compose file and return its directory. */
    static Path write(Path directory, String text) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("compose.yaml"), text);
        return directory;
    }
}
