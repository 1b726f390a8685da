package dev.kompox.driver.docker.storage;

import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.manifest.id.AppId;

/** What a disk was made from, as its label and the ledger keep it: the source's own text. */
final class SourceLabel {

    private SourceLabel() {}

    static String of(Source source) {
        return source instanceof Source.Native(String id) ? "native:" + id : source.toString();
    }

    static Source parse(AppId app, String text) {
        if (text.startsWith("disk:")) {
            return new Source.OfDisk(DiskView.ref(app, text.substring("disk:".length())));
        }
        if (text.startsWith("snapshot:")) {
            String rest = text.substring("snapshot:".length());
            int at = rest.lastIndexOf('@');
            return new Source.OfSnapshot(
                    new SnapshotRef(
                            app,
                            new VolumeName(rest.substring(0, at)),
                            new SnapshotName(rest.substring(at + 1))));
        }
        return text.startsWith("native:")
                ? new Source.Native(text.substring("native:".length()))
                : new Source.Blank();
    }
}
