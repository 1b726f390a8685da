package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Project;
import dev.kompox.manifest.id.AppId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Say what to convert.
 *
 * @param app whose
 * @param project the project as loaded
 * @param claims the claim of each volume, by the volume's key
 * @param directories the key of each volume that is a directory of the machine, by absolute path
 * @param files what the project takes from the machine
 * @param namespace the app's namespace
 * @param driver how the app's provider is reached, for an annotation
 * @param zone the zone that the pod must be in; null for any
 * @param replicas 1, or 0 for an app that is stopped
 * @param admitted namespaces whose pods may connect to the app's, besides its own and kube-system
 * @param ingress how the app is reached from outside
 */
public record ConversionRequest(
        AppId app,
        Project project,
        SequencedMap<String, String> claims,
        SequencedMap<String, String> directories,
        LocalFiles files,
        String namespace,
        String driver,
        @Nullable String zone,
        int replicas,
        List<String> admitted,
        Publication ingress) {

    /** Copies the collections. */
    public ConversionRequest {
        claims = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(claims));
        directories = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(directories));
        admitted = List.copyOf(admitted);
    }

    /** Convert an app without directories of the machine that is not reached from outside. */
    public ConversionRequest(
            AppId app,
            Project project,
            SequencedMap<String, String> claims,
            LocalFiles files,
            String namespace,
            String driver,
            @Nullable String zone,
            int replicas,
            List<String> admitted) {
        this(
                app,
                project,
                claims,
                new LinkedHashMap<>(),
                files,
                namespace,
                driver,
                zone,
                replicas,
                admitted,
                Publication.NONE);
    }
}
