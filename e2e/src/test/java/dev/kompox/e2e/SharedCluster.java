package dev.kompox.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A cluster that test classes share, with images on its nodes; it goes when all tests have ended.
 * What a class has left of apps goes with the class.
 */
final class SharedCluster implements BeforeAllCallback, AfterAllCallback {

    private final String name;
    private final int nodes;
    private final List<String> images;
    private @Nullable Cluster cluster;

    /**
     * Say which.
     *
     * @param images beside the helper's
     */
    SharedCluster(String name, int nodes, String... images) {
        this.name = name;
        this.nodes = nodes;
        this.images = List.of(images);
    }

    /** Return the one of a single node that most classes use. */
    static SharedCluster small(String... images) {
        return new SharedCluster("ktesta", 1, images);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Running running =
                context.getRoot()
                        .getStore(Namespace.create(SharedCluster.class))
                        .computeIfAbsent(name, _ -> Running.start(name, nodes), Running.class);
        cluster = running.cluster;
        running.load(App.image("KOMPOX_TEST_HELPER_IMAGE", "kompox/helper:0.1.0"));
        images.forEach(running::load);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (cluster != null) {
            String apps = "app.kubernetes.io/managed-by=kompox";
            cluster.kubectl("delete", "namespaces", "-l", apps, "--timeout=60s");
        }
    }

    /** Return it. */
    Cluster get() {
        return Objects.requireNonNull(cluster);
    }

    /**
     * A cluster in use.
     *
     * @param cluster it
     * @param loaded the images on its nodes
     */
    private record Running(Cluster cluster, Set<String> loaded) implements AutoCloseable {

        static Running start(String name, int nodes) {
            try {
                return new Running(Cluster.up(name, nodes, "a,b"), new HashSet<>());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void load(String image) {
            if (loaded.add(image)) {
                cluster.load(image);
            }
        }

        @Override
        public void close() {
            cluster.close();
        }
    }
}
