package dev.kompox.driver.snapshot;

import dev.kompox.driver.disk.VolumeName;
import dev.kompox.manifest.id.AppId;

/**
 * Point at the snapshot of one volume.
 *
 * @param app whose it is
 * @param volume of which volume
 * @param name the name it shares with the snapshots of the app's other volumes
 */
public record SnapshotRef(AppId app, VolumeName volume, SnapshotName name) {

    /** Return {@code volume@name}, the form shown to people. */
    @Override
    public String toString() {
        return volume + "@" + name;
    }
}
