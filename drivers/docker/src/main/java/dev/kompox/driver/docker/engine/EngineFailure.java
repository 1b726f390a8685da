package dev.kompox.driver.docker.engine;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Turn what goes wrong with an engine into failures with a category and a remedy. The engine's own
 * words are kept.
 */
final class EngineFailure {

    /** A start was cut off by the engine's death; no later start of that container succeeds. */
    private static final Pattern LEFTOVER =
            Pattern.compile("task ([0-9a-f]{12})[0-9a-f]*: already exists");

    private EngineFailure() {}

    /** The engine answered with an error. */
    static DriverException of(String what, EngineHttp.Answer answer) {
        String message = message(answer.body());
        return new DriverException(
                category(answer.status(), message),
                "Docker: " + message,
                remedy(message),
                what,
                null);
    }

    /** The connection broke, or was cut because its time was over. */
    static DriverException of(Endpoint endpoint, String what, IOException e, boolean timedOut) {
        if (e instanceof ClosedByInterruptException) {
            Thread.currentThread().interrupt();
            return new DriverException(
                    new Category.Interrupted(),
                    "interrupted while waiting for Docker",
                    null,
                    what,
                    e);
        }
        String reason = timedOut ? "it did not answer in time" : String.valueOf(e.getMessage());
        return new DriverException(
                new Category.Transient(),
                "the Docker Engine at " + endpoint + " broke off: " + reason,
                endpoint instanceof Endpoint.Ssh(String url)
                        ? "See whether this works: docker --host " + url + " version"
                        : "kompox doctor",
                null,
                e);
    }

    /** No connection could be made. */
    static DriverException unreachable(Endpoint endpoint, String what, IOException e) {
        if (endpoint instanceof Endpoint.Unix(Path socket)) {
            if (Files.exists(socket) && !Files.isWritable(socket)) {
                return new DriverException(
                        new Category.Denied("write to " + socket),
                        "you may not use the Docker Engine at " + endpoint,
                        "Join its group, then log in again:\nsudo usermod -aG docker \"$USER\"",
                        null,
                        e);
            }
            if (!Files.exists(socket)) {
                return new DriverException(
                        new Category.NotFound(),
                        "there is no Docker Engine at " + endpoint,
                        "Choose another, see: docker context ls\nor start this one: sudo systemctl start docker",
                        null,
                        e);
            }
        }
        if (endpoint instanceof Endpoint.Tls tls && e instanceof SSLException) {
            return new DriverException(
                    new Category.Denied("use the Docker Engine at " + endpoint),
                    "the Docker Engine at "
                            + endpoint
                            + " and the certificates in "
                            + tls.material()
                            + (hasMaterial(tls) ? "" : " (no ca.pem there)")
                            + " do not fit: "
                            + handshake(e),
                    "Put ca.pem, cert.pem and key.pem of that engine there, or name their directory:"
                            + " export DOCKER_CERT_PATH=DIRECTORY",
                    null,
                    e);
        }
        return new DriverException(
                new Category.Transient(),
                "the Docker Engine at " + endpoint + " does not answer: " + reason(e),
                endpoint instanceof Endpoint.Unix
                        ? "Start it: sudo systemctl start docker"
                        : "Choose another, see: docker context ls",
                null,
                e);
    }

    private static String handshake(IOException e) {
        String reason = reason(e);
        return reason.contains("PKIX path")
                ? "no authority that is known there vouches for the engine's certificate"
                : reason;
    }

    private static boolean hasMaterial(Endpoint.Tls endpoint) {
        return Files.exists(endpoint.material().resolve("ca.pem"));
    }

    /** Say it as a person would; the system's words for a missing file end with a class name. */
    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? "the connection failed" : message;
    }

    private static String message(String body) {
        try {
            String message = JsonValue.parse(body).get("message").text();
            return message.isEmpty() ? body.strip() : message.strip();
        } catch (IllegalArgumentException e) {
            return body.strip();
        }
    }

    private static Category category(int status, String message) {
        if (message.contains("no space left on device")
                || message.contains("disk quota exceeded")) {
            return new Category.Quota("space at the Docker Engine", null, null);
        }
        if (message.contains("volume is in use") || message.contains("is in use")) {
            return new Category.InUse(List.of(message));
        }
        return switch (status) {
            case 400, 406, 501 -> new Category.Invalid();
            case 401, 403 -> new Category.Denied(message);
            case 404 -> new Category.NotFound();
            case 409 -> new Category.Conflict("", message);
            case 429 -> new Category.Throttled(Duration.ZERO);
            default -> status >= 500 ? new Category.Transient() : new Category.Invalid();
        };
    }

    private static String remedy(String message) {
        if (message.contains("no space left on device")) {
            return "Make room at the Docker Engine: docker system df";
        }
        Matcher leftover = LEFTOVER.matcher(message);
        return leftover.find()
                ? "Remove that container, which an engine that died left half started; its volumes stay: docker rm -f "
                        + leftover.group(1)
                : "kompox doctor";
    }
}
