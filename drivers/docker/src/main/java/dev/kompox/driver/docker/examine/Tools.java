package dev.kompox.driver.docker.examine;

import dev.kompox.driver.Finding;
import dev.kompox.driver.Finding.Level;
import dev.kompox.driver.docker.context.DockerContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Examine the docker command and its compose plugin. */
final class Tools {

    /** The oldest Compose that has everything the driver uses, among it {@code include}. */
    private static final int MAJOR = 2;

    private static final int MINOR = 20;
    private static final String INSTALL =
            "Install the plugin: https://docs.docker.com/compose/install/linux/";

    private final DockerContext context;
    private final Map<String, String> environment;

    Tools(DockerContext context, Map<String, String> environment) {
        this.context = context;
        this.environment = environment;
    }

    List<Finding> findings() {
        if (run(List.of("--version")).isEmpty()) {
            return List.of(
                    new Finding(
                            Level.FAIL,
                            "there is no docker command on the PATH",
                            "Install it: https://docs.docker.com/engine/install/"));
        }
        return List.of(compose());
    }

    private Finding compose() {
        List<String> command = new ArrayList<>(context.arguments());
        command.addAll(List.of("compose", "version", "--short"));
        Optional<String> said = run(command);
        if (said.isEmpty()) {
            return new Finding(Level.FAIL, "docker compose does not work", INSTALL);
        }
        String version = said.get().strip();
        return newEnough(version)
                ? new Finding(Level.OK, "docker compose " + version, null)
                : new Finding(
                        Level.FAIL,
                        "docker compose "
                                + version
                                + " is too old; "
                                + MAJOR
                                + "."
                                + MINOR
                                + " or newer is needed",
                        INSTALL);
    }

    /** Tell whether a version such as {@code 2.40.3}, {@code v5.0.0} or {@code 2.20.2+ds1} is. */
    static boolean newEnough(String version) {
        String[] parts = version.replaceFirst("^v", "").split("[.+-]", 3);
        try {
            int major = Integer.parseInt(parts[0]);
            int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            return major > MAJOR || (major == MAJOR && minor >= MINOR);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Optional<String> run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(false);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (var out = process.getInputStream()) {
                String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                boolean ended = process.waitFor(30, TimeUnit.SECONDS);
                return ended && process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
