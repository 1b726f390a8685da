package dev.kompox.kubernetes.rollout;

import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.client.WireFormat;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * Listens to what happens to the pods of a component
 * (https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes). A
 * pod's last state is told when it goes, and to nobody who asks later.
 */
final class PodWatch implements AutoCloseable {

    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(30);

    private final InputStream events;

    /**
     * Begin with what happens from now on. A watch that names no version is answered late by
     * servers whose etcd cannot tell how new their cache is, so one is asked for first.
     */
    PodWatch(ClusterConnection cluster, Component component, PodListener listener) {
        events =
                cluster.read(
                        "watching the pods of " + component.namespace(),
                        "api/v1/namespaces/"
                                + component.namespace()
                                + "/pods?watch=true&labelSelector="
                                + URLEncoder.encode(component.selector(), StandardCharsets.UTF_8)
                                + "&resourceVersion="
                                + version(cluster, component),
                        BEGINS_WITHIN);
        Thread.ofPlatform().daemon().name("pod-watch").start(() -> listen(listener));
    }

    private static String version(ClusterConnection cluster, Component component) {
        return cluster.ask(
                "reading the pods of " + component.namespace(),
                () ->
                        cluster.client()
                                .pods()
                                .inNamespace(component.namespace())
                                .withLabelSelector(component.selector())
                                .list()
                                .getMetadata()
                                .getResourceVersion());
    }

    private void listen(PodListener listener) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<?, ?> event = WireFormat.read(line, Map.class);
                if (event != null && event.get("object") instanceof Map<?, ?> object) {
                    tell(listener, String.valueOf(event.get("type")), object);
                }
            }
        } catch (IOException e) {
            // it was closed, or broke off: what is there is asked for besides
        }
    }

    private static void tell(PodListener listener, String type, Map<?, ?> object) {
        if ("Pod".equals(object.get("kind"))) {
            Pod pod = WireFormat.read(WireFormat.json(object), Pod.class);
            if (pod != null) {
                listener.hear(pod, type.equals("DELETED"));
            }
        }
    }

    @Override
    public void close() {
        try {
            events.close();
        } catch (IOException e) {
            // nothing is read any more either way
        }
    }
}
