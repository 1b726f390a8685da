package dev.kompox.driver.docker.examine;

import dev.kompox.driver.Finding;
import dev.kompox.driver.Finding.Level;
import dev.kompox.driver.docker.compose.ComposeVersion;
import dev.kompox.driver.docker.context.DockerContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Examine the docker command and its compose plugin. */
final class Tools {

    private static final int LONGEST = 4096;

    private final DockerContext context;
    private final Map<String, String> environment;

    Tools(DockerContext context, Map<String, String> environment) {
        this.context = context;
        this.environment = environment;
    }

    List<Finding> findings() {
        if (!run(List.of("--version")).started()) {
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
        Ended said = run(command);
        if (said.code() != 0) {
            return new Finding(
                    Level.FAIL,
                    "docker compose does not work"
                            + (said.err().isEmpty()
                                    ? ""
                                    : ": " + said.err().lines().toList().getFirst()),
                    ComposeVersion.INSTALL);
        }
        String version = said.out().strip();
        String complaint = ComposeVersion.complaint(version);
        return complaint == null
                ? new Finding(Level.OK, "docker compose " + version, null)
                : new Finding(Level.FAIL, complaint, ComposeVersion.INSTALL);
    }

    /** What a run of docker printed; the code is -1 if there is no docker. */
    private record Ended(int code, String out, String err) {
        boolean started() {
            return code >= 0;
        }
    }

    private Ended run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(false);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (var out = process.getInputStream();
                    var err = process.getErrorStream()) {
                String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                String said = new String(err.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
                boolean ended = process.waitFor(30, TimeUnit.SECONDS);
                return new Ended(ended ? process.exitValue() : 1, text, said);
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            return new Ended(-1, "", "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(1, "", "interrupted");
        }
    }
}
