package dev.kompox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kubeconfig files, each context with a cluster and a user of its own. */
final class Kubeconfigs {

    private Kubeconfigs() {}

    /** Write a file with contexts of these names, the first being the current one. */
    static Path write(Path file, String... contexts) throws IOException {
        StringBuilder clusters = new StringBuilder();
        StringBuilder users = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (String name : contexts) {
            clusters.append(
                    "- {name: %1$s-cluster, cluster: {server: 'https://%1$s.example:6443', certificate-authority: ca/%1$s.pem}}\n"
                            .formatted(name));
            users.append("- {name: %1$s-user, user: {token: secret-%1$s}}\n".formatted(name));
            all.append(
                    "- {name: %1$s, context: {cluster: %1$s-cluster, user: %1$s-user}}\n"
                            .formatted(name));
        }
        return Files.writeString(
                file,
                "apiVersion: v1\nkind: Config\ncurrent-context: "
                        + contexts[0]
                        + "\nclusters:\n"
                        + clusters
                        + "users:\n"
                        + users
                        + "contexts:\n"
                        + all);
    }
}
