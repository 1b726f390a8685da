package dev.kompox.e2e;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A cluster that the tests of one class share, with images on its nodes. */
final class SharedCluster implements BeforeAllCallback, AfterAllCallback {

    private final String name;
    private final int nodes;
    private final String[] images;
    private @Nullable Cluster cluster;

    /**
     * Say which.
     *
     * @param images beside the helper's
     */
    SharedCluster(String name, int nodes, String... images) {
        this.name = name;
        this.nodes = nodes;
        this.images = images.clone();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Cluster made = Cluster.up(name, nodes, "a,b");
        cluster = made;
        made.load(App.image("KOMPOX_TEST_HELPER_IMAGE", "kompox/helper:0.1.0"));
        if (images.length > 0) {
            made.load(images);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (cluster != null) {
            cluster.close();
        }
    }

    /** Return it. */
    Cluster get() {
        return Objects.requireNonNull(cluster);
    }
}
