package dev.kompox.cli.cluster;

import dev.kompox.cli.command.Command;
import org.jspecify.annotations.Nullable;

/** Find the commands for clusters. */
public final class ClusterCommands {

    private ClusterCommands() {}

    /** Make the command of a verb, or return null if there is none. */
    public static @Nullable Command find(String verb) {
        return switch (verb) {
            case "list", "ls" -> new ListClusters();
            case "status" -> new ClusterStatus();
            case "kubeconfig" -> new WriteKubeconfig();
            case "load" -> new LoadImages();
            default -> null;
        };
    }
}
