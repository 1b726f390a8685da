package dev.kompox.kubernetes.client;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ask a credential plugin (client.authentication.k8s.io, "client-go credential plugins" in the
 * Kubernetes documentation) for a token, and keep it until it expires.
 */
final class ExecCredentials implements OAuthTokenProvider {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final Duration UNDATED = Duration.ofMinutes(5);

    private final ExecConfig plugin;
    private final Path kubeconfig;
    private final Map<String, String> environment;
    private @Nullable Credential credential;

    ExecCredentials(ExecConfig plugin, Path kubeconfig, Map<String, String> environment) {
        this.plugin = plugin;
        this.kubeconfig = kubeconfig;
        this.environment = environment;
    }

    /**
     * What a plugin gave.
     *
     * @param token empty if it gave a certificate
     * @param certificate PEM, or empty
     * @param key PEM, or empty
     * @param until until when it is good
     */
    record Credential(String token, String certificate, String key, Instant until) {}

    @Override
    public String getToken() {
        return credential().token;
    }

    /** Return a credential that is good now. */
    synchronized Credential credential() {
        Credential known = credential;
        if (known == null || Instant.now().isAfter(known.until)) {
            known = read(run());
            credential = known;
        }
        return known;
    }

    private String run() {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().clear();
        builder.environment().putAll(environment);
        if (plugin.getEnv() != null) {
            plugin.getEnv()
                    .forEach(one -> builder.environment().put(one.getName(), one.getValue()));
        }
        builder.environment().put("KUBERNETES_EXEC_INFO", request());
        try {
            Process process = builder.redirectInput(ProcessBuilder.Redirect.INHERIT).start();
            Said out = new Said(process.getInputStream());
            Said err = new Said(process.getErrorStream());
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw failure("it did not end within " + LIMIT.toMinutes() + " minutes", null);
            }
            String complaint = err.text().strip();
            if (process.exitValue() != 0) {
                throw failure(
                        complaint.isEmpty() ? "exit code " + process.exitValue() : complaint, null);
            }
            return out.text();
        } catch (IOException e) {
            throw failure(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            throw DriverException.interrupted("waiting for " + plugin.getCommand(), e);
        }
    }

    private List<String> command() {
        String program = plugin.getCommand();
        boolean relative = program.contains(File.separator) && !Path.of(program).isAbsolute();
        List<String> command = new ArrayList<>();
        command.add(relative ? kubeconfig.resolveSibling(program).normalize().toString() : program);
        command.addAll(Objects.requireNonNullElse(plugin.getArgs(), List.of()));
        return command;
    }

    private String request() {
        return WireFormat.json(
                Map.of(
                        "apiVersion",
                        plugin.getApiVersion(),
                        "kind",
                        "ExecCredential",
                        "spec",
                        Map.of("interactive", false)));
    }

    private Credential read(String answer) {
        Map<?, ?> status;
        try {
            Map<?, ?> read = WireFormat.read(answer, Map.class);
            status = read.get("status") instanceof Map<?, ?> map ? map : Map.of();
        } catch (RuntimeException e) {
            // the answer is a secret: neither it nor the parser's words about it are shown
            throw failure("its answer is no ExecCredential", null);
        }
        Credential read =
                new Credential(
                        text(status, "token"),
                        text(status, "clientCertificateData"),
                        text(status, "clientKeyData"),
                        until(text(status, "expirationTimestamp")));
        if (read.token.isBlank() && read.certificate.isBlank()) {
            throw failure("it gave neither a token nor a certificate", null);
        }
        return read;
    }

    private static String text(Map<?, ?> status, String key) {
        return status.get(key) instanceof String text ? text : "";
    }

    private static Instant until(String timestamp) {
        try {
            return timestamp.isEmpty()
                    ? Instant.now().plus(UNDATED)
                    : Instant.parse(timestamp).minus(EARLY);
        } catch (DateTimeParseException e) {
            return Instant.now().plus(UNDATED);
        }
    }

    private DriverException failure(String reason, @Nullable IOException cause) {
        String hint = plugin.getInstallHint();
        return new DriverException(
                new Category.Denied("a login from " + plugin.getCommand()),
                "the credential plugin " + plugin.getCommand() + " failed: " + reason,
                hint == null || hint.isBlank()
                        ? "Log in again with the tool behind it: " + plugin.getCommand()
                        : hint.strip(),
                null,
                cause);
    }

    /** What a stream says until its end. */
    private static final class Said {
        private final Thread reader;
        private volatile String text = "";

        Said(InputStream stream) {
            reader = Thread.ofPlatform().daemon().start(() -> read(stream));
        }

        private void read(InputStream stream) {
            try {
                text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                text = "";
            }
        }

        String text() throws InterruptedException {
            reader.join();
            return text;
        }
    }
}
