package dev.kompox.driver.csi.name;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.kubernetes.convert.AppNaming;
import dev.kompox.manifest.id.AppId;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Derive names, labels and annotations of an app's things, as KOM users know them.
 *
 * <p>Hashes tell apart what was shortened, but few bits of them: identity is what the annotations
 * say.
 */
public final class AppNames {

    private AppNames() {}

    /** Return the app's namespace: {@code k4x-PROVIDER-app-ID}. */
    public static String namespace(AppId app) {
        return new AppNaming(app).namespace();
    }

    /** Return a disk's claim: {@code k4x-PROVIDER-volume-ID-HASH}, the hash being of its name. */
    public static String claim(DiskRef disk) {
        return new AppNaming(disk.app()).claim(disk.volume().value(), disk.name().value());
    }

    /**
     * Return a snapshot's claim: named as a disk's, the hash being of {@code @} and its name, as no
     * disk is called.
     */
    public static String claim(SnapshotRef snapshot) {
        return new AppNaming(snapshot.app())
                .claim(snapshot.volume().value(), "@" + snapshot.name().value());
    }

    /** Return the app's names as its namespace's annotation has them. */
    public static String path(AppId app) {
        return new AppNaming(app).path();
    }

    /** Return the labels that everything of an app bears. */
    public static SequencedMap<String, String> labels(AppId app) {
        return new AppNaming(app).labels();
    }

    /** Return the labels of a disk's claim and volume. */
    public static SequencedMap<String, String> labels(DiskRef disk) {
        SequencedMap<String, String> labels = labels(disk.app());
        labels.put(Keys.VOLUME, LabelText.value(disk.volume().value()));
        labels.put(Keys.DISK, disk.name().value());
        return labels;
    }

    /** Return the labels of a snapshot's claim and volume. */
    public static SequencedMap<String, String> labels(SnapshotRef snapshot) {
        SequencedMap<String, String> labels = labels(snapshot.app());
        labels.put(Keys.VOLUME, LabelText.value(snapshot.volume().value()));
        labels.put(Keys.SNAPSHOT, snapshot.name().value());
        return labels;
    }

    /** Return the annotations of a disk's claim and volume. */
    public static SequencedMap<String, String> annotations(DiskRef disk, String source, Call call) {
        SequencedMap<String, String> annotations = annotations(disk.app(), call);
        annotations.put(Keys.VOLUME, disk.volume().value());
        annotations.put(Keys.DISK, disk.name().value());
        annotations.put(Keys.SOURCE, source);
        return annotations;
    }

    /** Return the annotations of anything of an app. */
    public static SequencedMap<String, String> annotations(AppId app, Call call) {
        SequencedMap<String, String> annotations = new LinkedHashMap<>();
        annotations.put(Keys.APP, path(app));
        annotations.put(Keys.OPERATION, call.token().operation());
        annotations.put(Keys.STEP, call.token().step());
        annotations.put(Keys.CREATED, call.time().now().toString());
        return annotations;
    }
}
