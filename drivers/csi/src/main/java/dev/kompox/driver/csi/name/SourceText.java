package dev.kompox.driver.csi.name;

import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.manifest.id.AppId;

/** What a disk was made from, as its annotation keeps it: the source's own text. */
public final class SourceText {

    private static final String DISK = "disk:";
    private static final String SNAPSHOT = "snapshot:";
    private static final String NATIVE = "native:";

    private SourceText() {}

    /** Return a source's text. */
    public static String of(Source source) {
        return source instanceof Source.Native(String id) ? NATIVE + id : source.toString();
    }

    /** Read a text of {@link #of}; anything else is taken for blank. */
    public static Source parse(AppId app, String text) {
        if (text.startsWith(DISK)) {
            return new Source.OfDisk(disk(app, text.substring(DISK.length())));
        }
        if (text.startsWith(SNAPSHOT)) {
            String rest = text.substring(SNAPSHOT.length());
            int at = rest.lastIndexOf('@');
            return new Source.OfSnapshot(
                    new SnapshotRef(
                            app,
                            new VolumeName(rest.substring(0, at)),
                            new SnapshotName(rest.substring(at + 1))));
        }
        return text.startsWith(NATIVE)
                ? new Source.Native(text.substring(NATIVE.length()))
                : new Source.Blank();
    }

    /** Read {@code VOLUME/NAME}. */
    public static DiskRef disk(AppId app, String text) {
        int slash = text.lastIndexOf('/');
        return new DiskRef(
                app,
                new VolumeName(text.substring(0, slash)),
                new DiskName(text.substring(slash + 1)));
    }
}
