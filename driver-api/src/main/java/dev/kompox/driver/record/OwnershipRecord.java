package dev.kompox.driver.record;

import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Location;
import dev.kompox.manifest.id.AppId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Say where an app lives; kept where it lives.
 *
 * @param app the app
 * @param epoch the number of the current owner, from 1; only a holder of the newest may start the
 *     app
 * @param place where the app lives
 * @param disks the assigned disk of each volume, in the app's order
 * @param since since when
 * @param by who wrote it: {@code user@host operation}
 */
public record OwnershipRecord(
        AppId app,
        long epoch,
        Location place,
        SequencedMap<VolumeName, DiskName> disks,
        Instant since,
        String by) {

    /** Refuses an epoch below 1 and copies the disks. */
    public OwnershipRecord {
        if (epoch < 1) {
            throw new IllegalArgumentException("epochs count from 1");
        }
        disks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(disks));
    }
}
