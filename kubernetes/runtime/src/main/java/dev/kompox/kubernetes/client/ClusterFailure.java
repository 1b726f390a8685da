package dev.kompox.kubernetes.client;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Turn what goes wrong with a cluster into failures with a category and a remedy. The cluster's own
 * words are kept.
 */
final class ClusterFailure {

    private final KubeConfig kube;

    ClusterFailure(KubeConfig kube) {
        this.kube = kube;
    }

    /**
     * Say what happened.
     *
     * @param doing what was being done, to follow "while"
     */
    DriverException of(String doing, RuntimeException thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            switch (e) {
                case DriverException known -> {
                    return known;
                }
                case KubernetesClientException answer when answer.getCode() > 0 -> {
                    return answered(doing, answer.getCode(), answer.getStatus(), answer);
                }
                case WebSocketHandshakeException refused -> {
                    return answered(
                            doing, refused.getResponse().statusCode(), status(refused), refused);
                }
                case InterruptedException interrupt -> {
                    return DriverException.interrupted(doing, interrupt);
                }
                case UnknownHostException unknown -> {
                    return unresolved(unknown);
                }
                case UnresolvedAddressException unknown -> {
                    return unresolved(unknown);
                }
                case SSLException broken -> {
                    return untrusted(broken);
                }
                case ConnectException refused -> {
                    return silent("the connection is refused", refused);
                }
                case HttpTimeoutException slow -> {
                    return silent("no answer in time", slow);
                }
                case IOException broken when !(broken.getCause() instanceof IOException) -> {
                    return brokeOff(doing, broken);
                }
                default -> {
                    // a wrapper: the reason lies deeper
                }
            }
        }
        return new DriverException(
                new Category.Invalid(),
                "the cluster of context "
                        + kube.context()
                        + " could not be used while "
                        + doing
                        + ": "
                        + thrown.getMessage(),
                "kompox doctor",
                null,
                thrown);
    }

    private static @Nullable Status status(WebSocketHandshakeException refused) {
        return refused.getResponse().body() instanceof String body ? status(body) : null;
    }

    /** Read an answer's body as the status that explains a refusal; null if it is none. */
    static @Nullable Status status(String body) {
        try {
            return body.startsWith("{") ? WireFormat.read(body, Status.class) : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private DriverException answered(
            String doing, int code, @Nullable Status status, Exception cause) {
        String said = said(status, code, cause);
        return switch (code) {
            case 401 -> unauthorized(cause);
            case 403 -> Refusals.forbidden(kube.context(), doing, said, cause);
            case 404 -> plain(new Category.NotFound(), said, cause);
            case 409 -> plain(new Category.Conflict(doing, said), said, cause);
            case 410, 408 -> plain(new Category.Transient(), said, cause);
            case 429 -> plain(new Category.Throttled(pause(status)), said, cause);
            default ->
                    plain(
                            code >= 500 ? new Category.Transient() : new Category.Invalid(),
                            doing + " failed: " + said,
                            cause);
        };
    }

    private static DriverException plain(Category category, String said, Exception cause) {
        return new DriverException(category, "Kubernetes: " + said, "kompox doctor", null, cause);
    }

    private static String said(@Nullable Status status, int code, Exception cause) {
        String message = status == null ? null : status.getMessage();
        if (message != null && !message.isBlank()) {
            return message.strip();
        }
        return cause instanceof WebSocketHandshakeException
                ? "HTTP " + code
                : Objects.requireNonNullElse(cause.getMessage(), "HTTP " + code);
    }

    private static Duration pause(@Nullable Status status) {
        Integer seconds =
                status == null || status.getDetails() == null
                        ? null
                        : status.getDetails().getRetryAfterSeconds();
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(seconds);
    }

    private DriverException unauthorized(Exception cause) {
        return new DriverException(
                new Category.Denied("a valid login as " + kube.user()),
                "the cluster of context "
                        + kube.context()
                        + " does not accept the login of user "
                        + kube.user()
                        + Certificates.ending(kube.config()),
                kube.login().renewal(),
                null,
                cause);
    }

    private DriverException unresolved(Exception cause) {
        return silent("the name of its server cannot be resolved", cause);
    }

    private DriverException silent(String reason, Exception cause) {
        return new DriverException(
                new Category.Transient(),
                "the cluster of context "
                        + kube.context()
                        + " at "
                        + kube.config().getMasterUrl()
                        + " does not answer: "
                        + reason,
                "See whether this works: kubectl --context " + kube.context() + " get namespaces",
                null,
                cause);
    }

    private DriverException brokeOff(String doing, IOException cause) {
        return new DriverException(
                new Category.Transient(),
                "the cluster of context "
                        + kube.context()
                        + " broke off while "
                        + doing
                        + ": "
                        + Objects.requireNonNullElse(cause.getMessage(), "the connection ended"),
                "See whether this works: kubectl --context " + kube.context() + " get namespaces",
                null,
                cause);
    }

    private DriverException untrusted(SSLException cause) {
        String said = Objects.requireNonNullElse(cause.getMessage(), "no reason is given");
        return new DriverException(
                new Category.Denied("use the cluster at " + kube.config().getMasterUrl()),
                "the cluster at "
                        + kube.config().getMasterUrl()
                        + " and the certificates in the kubeconfig do not fit: "
                        + (said.contains("PKIX path")
                                ? "no authority that is known there vouches for the server's certificate"
                                : said)
                        + Certificates.ending(kube.config()),
                "Fetch the kubeconfig of that cluster again",
                null,
                cause);
    }
}
