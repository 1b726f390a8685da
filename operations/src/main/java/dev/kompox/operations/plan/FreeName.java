package dev.kompox.operations.plan;

import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;

/** Choose names for new disks. */
final class FreeName {

    private FreeName() {}

    /**
     * Return the wished name if the volume has no disk of it, else the name with {@code -2}, {@code
     * -3} …
     */
    static DiskName like(Observation seen, VolumeName volume, String wished) {
        for (int number = 1; ; number++) {
            String suffix = number == 1 ? "" : "-" + number;
            String stem =
                    wished.substring(
                            0, Math.min(wished.length(), DiskName.MAX_LENGTH - suffix.length()));
            DiskName name = new DiskName(stem + suffix);
            if (seen.disk(volume, name).isEmpty()) {
                return name;
            }
        }
    }
}
