package dev.kompox.operations.app;

import dev.kompox.compose.Problem;
import dev.kompox.driver.runtime.Workload;
import java.nio.file.Path;
import java.util.List;

/**
 * Hold an app as found.
 *
 * @param workload what is to be run, and where it finds its volumes
 * @param clusters the existing clusters that its KOM documents describe
 * @param warnings what people should know about its files
 * @param journals below which directory its operations' journals are kept
 */
public record FoundApp(
        Workload workload, List<ClusterPlace> clusters, List<Problem> warnings, Path journals) {

    /** Copies the lists. */
    public FoundApp {
        clusters = List.copyOf(clusters);
        warnings = List.copyOf(warnings);
    }
}
