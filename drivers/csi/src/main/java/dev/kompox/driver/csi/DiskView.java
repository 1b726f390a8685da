package dev.kompox.driver.csi;

import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Condition;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.place.Location;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a claim looks as a disk. */
record DiskView(Location here) {

    Disk of(Claim claim, boolean assigned, List<String> holders) {
        return new Disk(
                claim.ref(),
                claim.nativeId(),
                here,
                claim.size(),
                claim.storageClass(),
                claim.source(),
                state(claim, holders),
                assigned,
                trash(claim),
                0,
                claim.created(),
                claim.tags(Keys.OPERATION, Keys.STEP, Keys.ZONE));
    }

    private static DiskState state(Claim claim, List<String> holders) {
        if (claim.deleting()) {
            return new DiskState.Deleting();
        }
        String damage = Condition.of(claim).damage().orElse(null);
        if (damage != null || !claim.usable()) {
            return damage == null ? new DiskState.Creating() : new DiskState.Failed(damage);
        }
        return holders.isEmpty() ? new DiskState.Available() : new DiskState.Attached(holders);
    }

    private static @Nullable Trash trash(Claim claim) {
        try {
            return claim.annotation(Keys.TRASH_UNTIL).isEmpty()
                    ? null
                    : new Trash(
                            Instant.parse(claim.annotation(Keys.TRASH_SINCE)),
                            Instant.parse(claim.annotation(Keys.TRASH_UNTIL)),
                            claim.annotation(Keys.TRASH_BY));
        } catch (DateTimeParseException e) {
            return new Trash(claim.created(), Instant.MAX, claim.annotation(Keys.TRASH_BY));
        }
    }
}
