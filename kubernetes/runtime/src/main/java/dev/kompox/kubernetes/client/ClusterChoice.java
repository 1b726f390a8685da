package dev.kompox.kubernetes.client;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Say which cluster is meant, as kubectl's {@code --kubeconfig} and {@code --context} do.
 *
 * @param kubeconfig the file; null for those that {@code KUBECONFIG} names, or {@code
 *     ~/.kube/config}
 * @param context the context in it; null for the current one
 * @param environment the process environment
 */
public record ClusterChoice(
        @Nullable Path kubeconfig,
        @Nullable String context,
        SequencedMap<String, String> environment) {

    /** Copies the environment. */
    public ClusterChoice {
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
    }

    /**
     * Return the files to read, in their order; those that {@code KUBECONFIG} names may be absent.
     */
    List<Path> files() {
        if (kubeconfig != null) {
            return List.of(kubeconfig);
        }
        String named = environment.getOrDefault("KUBECONFIG", "");
        List<Path> files = new ArrayList<>();
        for (String name : named.split(File.pathSeparator, -1)) {
            if (!name.isBlank() && Files.exists(Path.of(name))) {
                files.add(Path.of(name));
            }
        }
        return named.isBlank() ? List.of(home().resolve(".kube/config")) : files;
    }

    /** Tell whether there is anything that could name a cluster. */
    public boolean named() {
        return kubeconfig != null || context != null || files().stream().anyMatch(Files::exists);
    }

    /** Return how a person names these files to kubectl. */
    String option() {
        return kubeconfig == null ? "" : " --kubeconfig " + kubeconfig;
    }

    private Path home() {
        String home = environment.get("HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home);
    }
}
