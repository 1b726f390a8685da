package dev.kompox.kubernetes.convert;

import dev.kompox.manifest.hash.ShortHash;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.id.IdHash;
import dev.kompox.manifest.id.ProviderId;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Names, labels and annotations of an app's objects, as users of KOM know them from kompox.
 *
 * <p>Hashes tell apart what was shortened, but few bits of them: identity is what the annotation
 * {@link #APP} says.
 *
 * @param app the app
 */
public record AppNaming(AppId app) {

    /** Annotation: the app's names, {@code WORKSPACE/PROVIDER/CLUSTER/APP}. */
    public static final String APP = "kompox.dev/app";

    /** Label: the hash of the app on its cluster. */
    public static final String APP_INSTANCE = "kompox.dev/app-instance-hash";

    /** Label: the hash of the app on any cluster of its provider. */
    public static final String APP_ID = "kompox.dev/app-id-hash";

    /** Label: who keeps it. */
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    /** Annotation: the hash of what an object holds. */
    public static final String CONTENT = "kompox.dev/compose-content-hash";

    /** The value of {@link #MANAGED_BY}. */
    public static final String KOMPOX = "kompox";

    private static final int LONGEST_APP = 45;
    private static final int LONGEST_VOLUME = 38;
    private static final int LONGEST_LABEL = 63;
    private static final String COMPONENT = "app";

    /** Return the namespace that the app has if none is chosen. */
    public String namespace() {
        return "k4x-" + provider() + "-" + DnsLabel.of(app.app(), LONGEST_APP) + "-" + id();
    }

    /**
     * Return the claim of a volume's disk: {@code k4x-PROVIDER-VOLUME-ID-HASH}, the hash being of
     * the disk's name.
     */
    public String claim(String volume, String disk) {
        String part = DnsLabel.of(volume, LONGEST_VOLUME);
        // volumes that are shortened to the same part are told apart by the hash
        String hashed = part.equals(volume) ? disk : volume + "/" + disk;
        return String.join(
                "-", "k4x", provider().value(), part, id().value(), ShortHash.of(hashed).value());
    }

    /** Return the name of what there is one of. */
    public String plain() {
        return DnsLabel.of(app.app(), LONGEST_APP);
    }

    /** Return the name of the deployment. */
    public String component() {
        return plain() + "-" + COMPONENT;
    }

    /**
     * Return the name of the service that publishes ports: the deployment's, unless that begins
     * with a digit, which a service's must not
     * (https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#rfc-1035-label-names).
     */
    public String service() {
        String name = component();
        return Character.isDigit(name.charAt(0)) ? COMPONENT + "-" + name : name;
    }

    /** Return the app's names as {@link #APP} has them. */
    public String path() {
        return String.join("/", app.workspace(), app.provider(), app.cluster(), app.app());
    }

    /** Return the labels that everything of the app bears. */
    public SequencedMap<String, String> labels() {
        String instance = IdHash.ofInstance(app).value();
        String name = app.app();
        SequencedMap<String, String> labels = new LinkedHashMap<>();
        labels.put("app.kubernetes.io/name", DnsLabel.of(name, LONGEST_LABEL));
        labels.put(
                "app.kubernetes.io/instance",
                DnsLabel.of(name, LONGEST_LABEL - instance.length() - 1) + "-" + instance);
        labels.put(MANAGED_BY, KOMPOX);
        labels.put(APP_INSTANCE, instance);
        labels.put(APP_ID, id().value());
        return labels;
    }

    /** Return the labels of what belongs to the pod. */
    public SequencedMap<String, String> componentLabels() {
        SequencedMap<String, String> labels = labels();
        labels.putAll(selector());
        labels.put("app.kubernetes.io/component", COMPONENT);
        return labels;
    }

    /** Return the labels by which the pod is found. */
    public SequencedMap<String, String> selector() {
        SequencedMap<String, String> selector = new LinkedHashMap<>();
        selector.put("app", component());
        return selector;
    }

    private ShortHash id() {
        return IdHash.ofApp(app);
    }

    private ShortHash provider() {
        return IdHash.of(new ProviderId(app.workspace(), app.provider()));
    }
}
