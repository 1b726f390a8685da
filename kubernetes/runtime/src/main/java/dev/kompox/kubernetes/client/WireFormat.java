package dev.kompox.kubernetes.client;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EventList;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimList;
import io.fabric8.kubernetes.api.model.PersistentVolumeList;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.storage.StorageClassList;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/**
 * Read and write what a cluster says and hears. fabric8's own way looks up every kind that any of
 * its libraries knows before it reads the first object, which takes a third of a second; here the
 * caller says what it expects.
 */
public final class WireFormat {

    static final KubernetesSerialization SERIALIZATION =
            new KubernetesSerialization(JsonMapper.builder().build(), false);

    /** What almost every command reads, in the order of its reading. */
    private static final List<Class<?>> USUAL =
            List.of(
                    Config.class,
                    Deployment.class,
                    PersistentVolumeClaimList.class,
                    ConfigMap.class,
                    PodList.class,
                    PersistentVolumeList.class,
                    StorageClassList.class,
                    Namespace.class,
                    EventList.class);

    private static final AtomicBoolean WARM = new AtomicBoolean();

    private WireFormat() {}

    /**
     * Begin to learn the usual kinds in the background: it takes half a second of one processor
     * before the first pod can be read, and one of several waits for the others.
     */
    public static void warmUp() {
        if (WARM.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("kompox-kinds").start(WireFormat::learn);
        }
    }

    private static void learn() {
        try {
            USUAL.forEach(kind -> read("{}", kind));
        } catch (RuntimeException e) {
            // whoever reads such a thing will be told
        }
    }

    /** Write a value as JSON. */
    public static String json(Object value) {
        return SERIALIZATION.asJson(value);
    }

    /**
     * Read JSON or YAML.
     *
     * @throws RuntimeException if it is neither, or no such thing
     */
    public static <T> T read(String text, Class<T> type) {
        return SERIALIZATION.unmarshal(text, type);
    }

    /** Read JSON or YAML; see {@link #read(String, Class)}. */
    static <T> T read(InputStream text, Class<T> type) {
        return SERIALIZATION.unmarshal(text, type);
    }
}
