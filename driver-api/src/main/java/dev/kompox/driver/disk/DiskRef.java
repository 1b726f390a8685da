package dev.kompox.driver.disk;

import dev.kompox.manifest.id.AppId;

/**
 * Point at a disk.
 *
 * @param app whose disk it is
 * @param volume of which volume
 * @param name its name within the volume
 */
public record DiskRef(AppId app, VolumeName volume, DiskName name) {

    /** Return {@code volume/name}, the form shown to people. */
    @Override
    public String toString() {
        return volume + "/" + name;
    }
}
