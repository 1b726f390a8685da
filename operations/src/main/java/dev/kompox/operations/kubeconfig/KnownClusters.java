package dev.kompox.operations.kubeconfig;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.app.ClusterPlace;
import dev.kompox.operations.app.FoundApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All clusters that can be named here, found by reading files only.
 *
 * @param clusters those of KOM documents, then those of kubeconfigs, each in the order written
 * @param troubles what could not be read, a sentence each
 */
public record KnownClusters(List<KnownCluster> clusters, List<String> troubles) {

    /** The driver of what a kubeconfig names. */
    public static final String DRIVER = "kube";

    private static final String CONTEXT = "context";

    /** Copies the lists. */
    public KnownClusters {
        clusters = List.copyOf(clusters);
        troubles = List.copyOf(troubles);
    }

    /**
     * Find them.
     *
     * @param environment the process environment, which names the kubeconfig files
     * @param app finds the app of this directory, whose documents may describe clusters; that there
     *     is none is no trouble
     */
    public static KnownClusters of(Map<String, String> environment, Supplier<FoundApp> app) {
        List<KnownCluster> found = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        List<Path> usual = Kubeconfig.files(environment);
        for (ClusterPlace place : documents(app, troubles)) {
            String named = place.options().get("kubeconfig");
            List<Path> files = named == null ? usual : List.of(Path.of(named));
            found.add(document(place, read(files, named == null ? null : troubles)));
        }
        Kubeconfig kubeconfig = read(usual, troubles);
        if (kubeconfig != null) {
            for (String context : kubeconfig.contexts()) {
                found.add(context(kubeconfig, context));
            }
        }
        return new KnownClusters(found, troubles);
    }

    /** Return the cluster of a name; a document's where a context has the same. */
    public Optional<KnownCluster> named(String name) {
        return clusters.stream().filter(cluster -> cluster.name().equals(name)).findFirst();
    }

    private static List<ClusterPlace> documents(Supplier<FoundApp> app, List<String> troubles) {
        try {
            return app.get().clusters();
        } catch (ComposeException e) {
            Problem problem = e.problems().getFirst();
            if (!problem.code().equals("no-compose-file")) {
                String where = problem.location() == null ? "" : problem.location() + ": ";
                troubles.add(where + problem.sentence());
            }
            return List.of();
        }
    }

    /** Read files, or tell why not; null then. */
    private static @Nullable Kubeconfig read(List<Path> files, @Nullable List<String> troubles) {
        try {
            return Kubeconfig.read(files);
        } catch (DriverException e) {
            if (troubles != null) {
                troubles.add(e.sentence());
            }
            return null;
        }
    }

    private static KnownCluster document(ClusterPlace place, @Nullable Kubeconfig kubeconfig) {
        boolean kube = place.driver().equals(DRIVER);
        String current = kubeconfig == null ? null : kubeconfig.current().orElse(null);
        String named = place.options().get(CONTEXT);
        String context = named == null && kube ? current : named;
        return new KnownCluster(
                place.name(),
                KnownCluster.Kind.DOCUMENT,
                place.driver(),
                context,
                context == null || kubeconfig == null || !kube
                        ? null
                        : kubeconfig.server(context).orElse(null),
                false,
                place.options());
    }

    private static KnownCluster context(Kubeconfig kubeconfig, String context) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put(CONTEXT, context);
        return new KnownCluster(
                context,
                KnownCluster.Kind.CONTEXT,
                DRIVER,
                context,
                kubeconfig.server(context).orElse(null),
                kubeconfig.current().filter(context::equals).isPresent(),
                options);
    }
}
