package dev.kompox.kubernetes.apply;

import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.client.WireFormat;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Ask the API server for objects as plain data. Typed models would add or lose fields, and what is
 * compared must be what the server has.
 */
public final class ApiServer {

    /** Server-side apply: https://kubernetes.io/docs/reference/using-api/server-side-apply/. */
    static final String APPLY = "application/apply-patch+yaml";

    /** A patch that replaces the fields it names. */
    static final String MERGE = "application/merge-patch+json";

    private final ClusterConnection cluster;

    /** Ask a cluster. */
    public ApiServer(ClusterConnection cluster) {
        this.cluster = cluster;
    }

    /** Read one object; empty if there is none. */
    public Optional<SequencedMap<String, Object>> get(
            ObjectKind kind, @Nullable String namespace, String name) {
        return cluster.ask(
                "reading " + kind.kind() + " " + name,
                () -> {
                    try {
                        return Optional.of(
                                send(
                                        "GET",
                                        kind.path(namespace) + "/" + name,
                                        "application/json",
                                        ""));
                    } catch (KubernetesClientException e) {
                        if (e.getCode() == 404) {
                            return Optional.empty();
                        }
                        throw e;
                    }
                });
    }

    /** Read all objects of a kind that bear a label. */
    SequencedMap<String, Object> list(ObjectKind kind, String namespace, String selector) {
        return cluster.ask(
                "reading the " + kind.plural() + " of " + namespace,
                () ->
                        send(
                                "GET",
                                kind.path(namespace) + "?labelSelector=" + encode(selector),
                                "application/json",
                                ""));
    }

    /** Patch one object. */
    SequencedMap<String, Object> patch(
            ObjectKind kind,
            @Nullable String namespace,
            String name,
            String query,
            String type,
            Map<String, ?> body) {
        return cluster.ask(
                "applying " + kind.kind() + " " + name,
                () ->
                        send(
                                "PATCH",
                                kind.path(namespace) + "/" + name + query,
                                type,
                                WireFormat.json(body)));
    }

    /** Patch single fields of one object. */
    public SequencedMap<String, Object> merge(
            ObjectKind kind, String namespace, String name, Map<String, ?> fields) {
        return patch(kind, namespace, name, "?fieldManager=" + Applier.MANAGER, MERGE, fields);
    }

    /** Remove one object; one that is gone is no error. */
    void delete(ObjectKind kind, String namespace, String name) {
        cluster.tell(
                "removing " + kind.kind() + " " + name,
                () -> {
                    try {
                        var _ =
                                send(
                                        "DELETE",
                                        kind.path(namespace)
                                                + "/"
                                                + name
                                                + "?propagationPolicy=Background",
                                        "application/json",
                                        "");
                    } catch (KubernetesClientException e) {
                        if (e.getCode() != 404) {
                            throw e;
                        }
                    }
                });
    }

    private static String encode(String text) {
        return text.replace("=", "%3D").replace("/", "%2F").replace(",", "%2C");
    }

    private SequencedMap<String, Object> send(
            String method, String path, String type, String body) {
        String server = cluster.server();
        String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        var client = cluster.client().getHttpClient();
        HttpRequest.Builder request = client.newHttpRequestBuilder().uri(base + path);
        if (!method.equals("GET")) {
            request.method(method, type, body);
        }
        HttpResponse<String> response = await(client.sendAsync(request.build(), String.class));
        String text = response.body() == null ? "" : response.body();
        if (!response.isSuccessful()) {
            Status status = status(text);
            throw new KubernetesClientException(
                    status == null || status.getMessage() == null
                            ? "HTTP " + response.code()
                            : status.getMessage(),
                    response.code(),
                    status);
        }
        return parse(text);
    }

    private static <T> HttpResponse<T> await(
            java.util.concurrent.CompletableFuture<HttpResponse<T>> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new KubernetesClientException(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()),
                    e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw new KubernetesClientException("interrupted", e);
        }
    }

    private static @Nullable Status status(String text) {
        try {
            return text.startsWith("{") ? WireFormat.read(text, Status.class) : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static SequencedMap<String, Object> parse(String text) {
        SequencedMap<String, Object> map = new LinkedHashMap<>();
        Map<?, ?> read = WireFormat.read(text, Map.class);
        if (read != null) {
            read.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }
}
