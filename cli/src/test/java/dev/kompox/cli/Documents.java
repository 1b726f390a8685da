package dev.kompox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** KOM documents of the shop, with a cluster called prod. */
final class Documents {

    private Documents() {}

    /**
     * Write them; the App document comes last, and its {@code spec} may go on.
     *
     * @param settings of the cluster, e.g. {@code KUBE_CONTEXT: prod}
     */
    static void write(Path directory, String settings) throws IOException {
        Files.writeString(
                directory.resolve("kompoxapp.yml"),
                """
                apiVersion: ops.kompox.dev/v1alpha1
                kind: Workspace
                metadata: {name: local, annotations: {ops.kompox.dev/id: /ws/local}}
                ---
                apiVersion: ops.kompox.dev/v1alpha1
                kind: Provider
                metadata: {name: docker, annotations: {ops.kompox.dev/id: /ws/local/prv/docker}}
                spec: {driver: docker}
                ---
                apiVersion: ops.kompox.dev/v1alpha1
                kind: Cluster
                metadata:
                  name: local
                  annotations: {ops.kompox.dev/id: /ws/local/prv/docker/cls/local}
                spec: {existing: true}
                ---
                apiVersion: ops.kompox.dev/v1alpha1
                kind: Provider
                metadata: {name: k8s, annotations: {ops.kompox.dev/id: /ws/local/prv/k8s}}
                spec: {driver: kube}
                ---
                apiVersion: ops.kompox.dev/v1alpha1
                kind: Cluster
                metadata: {name: prod, annotations: {ops.kompox.dev/id: /ws/local/prv/k8s/cls/prod}}
                spec:
                  existing: true
                  settings: {%s}
                ---
                apiVersion: ops.kompox.dev/v1alpha1
                kind: App
                metadata:
                  name: shop
                  annotations: {ops.kompox.dev/id: /ws/local/prv/docker/cls/local/app/shop}
                spec:
                  compose: file:compose.yaml
                """
                        .formatted(settings));
    }
}
