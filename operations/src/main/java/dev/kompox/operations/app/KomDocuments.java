package dev.kompox.operations.app;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.LoadRequest;
import dev.kompox.compose.Problem;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.kom.App;
import dev.kompox.manifest.kom.Cluster;
import dev.kompox.manifest.kom.KomResource;
import dev.kompox.manifest.kom.Provider;
import dev.kompox.manifest.load.AppChoice;
import dev.kompox.manifest.load.KomLoader;
import dev.kompox.manifest.load.KomRequest;
import dev.kompox.manifest.load.LoadedKom;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Read the KOM documents of a directory, if there are any. Another app than the directory's is
 * refused; what has no effect on a Docker Engine is told where there is no other place.
 *
 * @param app the App document; null if there is none
 * @param clusters the existing clusters among them
 * @param warnings what people should know
 */
record KomDocuments(@Nullable App app, List<ClusterPlace> clusters, List<Problem> warnings) {

    private static final String FILE = "kompoxapp.yml";

    /** The driver of the one place that a directory needs no document for. */
    private static final String ENGINE = "docker";

    private static final String OTHER = "kompoxapp.yaml";

    /**
     * Read.
     *
     * @param app the app that the directory is
     * @throws ComposeException if a document is refused, or describes another app
     */
    static KomDocuments read(AppRequest request, AppId app) {
        LoadRequest compose = request.compose();
        Path directory = compose.workingDirectory().toAbsolutePath().normalize();
        Path own = directory.resolve(FILE);
        boolean any = request.komApp() != null || request.kompoxDirectory() != null;
        boolean there = Files.exists(own, LinkOption.NOFOLLOW_LINKS);
        if (!any && !there && Files.exists(directory.resolve(OTHER), LinkOption.NOFOLLOW_LINKS)) {
            return new KomDocuments(null, List.of(), List.of(otherName()));
        }
        if (!any && !there && !Files.isDirectory(directory.resolve(".kompox"))) {
            return new KomDocuments(null, List.of(), List.of());
        }
        LoadedKom kom =
                KomLoader.load(
                        KomRequest.of(directory, compose.environment())
                                .withKompoxDirectory(request.kompoxDirectory())
                                .withKomApp(request.komApp()));
        List<Problem> warnings = new ArrayList<>(kom.warnings());
        if (kom.isBare()) {
            return new KomDocuments(null, List.of(), warnings);
        }
        App chosen = AppChoice.choose(kom, null);
        if (!chosen.id().equals(app)) {
            throw new ComposeException(another(chosen.id(), app));
        }
        List<ClusterPlace> clusters = clusters(kom);
        if (clusters.isEmpty()) {
            warnings.addAll(withoutEffect(chosen));
        }
        return new KomDocuments(chosen, clusters, warnings);
    }

    private static List<ClusterPlace> clusters(LoadedKom kom) {
        List<ClusterPlace> clusters = new ArrayList<>();
        for (KomResource one : kom.set().resources()) {
            if (one instanceof Cluster cluster
                    && cluster.existing()
                    && kom.set().find(cluster.id().providerId()).orElse(null)
                            instanceof Provider provider
                    && !provider.driver().equals(ENGINE)) {
                clusters.add(ClusterPlace.of(cluster, provider));
            }
        }
        return clusters;
    }

    private static Problem another(AppId described, AppId here) {
        return Problem.error(
                        "another-app",
                        "the App document describes "
                                + described
                                + "; this directory is "
                                + here
                                + ", and only that can run on a Docker Engine",
                        null,
                        "")
                .withRemedy("Set its id to " + here + ", as kompox init writes it");
    }

    private static List<Problem> withoutEffect(App app) {
        List<Problem> warnings = new ArrayList<>();
        if (!app.volumes().isEmpty()) {
            warnings.add(warning("volumes"));
        }
        if (!app.ingress().rules().isEmpty()) {
            warnings.add(warning("ingress"));
        }
        return warnings;
    }

    private static Problem otherName() {
        return Problem.warning(
                "no-effect-here",
                OTHER + " is not read: a file of KOM documents is named " + FILE,
                null,
                "");
    }

    private static Problem warning(String field) {
        return Problem.warning(
                "no-effect-here",
                "App.spec." + field + " has no effect on a Docker Engine",
                null,
                "");
    }
}
