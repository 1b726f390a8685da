package dev.kompox.driver.csi.helper;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Assignments;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Completes empty disks when they are first used. Until then such a disk is a claim, and a class
 * that waits for a claim's first user has made no volume for it.
 */
public final class FirstUse {

    private final Claims claims;
    private final Assignments assignments;
    private final Filler filler;

    /** Complete disks by a filler. */
    public FirstUse(Claims claims, Assignments assignments, Filler filler) {
        this.claims = claims;
        this.assignments = assignments;
        this.filler = filler;
    }

    /**
     * Complete a disk if it is an empty one that was never used, where the app's other disks are.
     *
     * @return the disk
     */
    public synchronized Claim complete(Claim disk, Call call) {
        if (disk.complete() || !disk.usable()) {
            return disk;
        }
        DiskRef ref = disk.ref();
        Claim now = claims.get(ref);
        if (!now.complete()) {
            // one that somebody else used is where it is
            String beside = now.volumeName().isPresent() ? null : beside(ref).orElse(null);
            filler.empty("making disk " + ref, now, beside, call);
            finish(claims.get(ref), false, call);
        }
        return claims.get(ref);
    }

    /**
     * Mark a disk as complete, and have its volume outlive its claim.
     *
     * @param bound the disk, with its volume
     * @param filled whether it holds content
     */
    public void finish(Claim bound, boolean filled, Call call) {
        claims.retain(bound);
        Map<String, @Nullable String> marks = new LinkedHashMap<>();
        bound.zone().ifPresent(place -> marks.put(Keys.ZONE, place));
        marks.put(Keys.COMPLETE, call.time().now().toString());
        if (filled) {
            marks.put(Keys.FILLED, call.time().now().toString());
        }
        claims.annotate(bound, marks);
    }

    /**
     * The disks of an app are used together, so a new one must be where the others are: a helper
     * that mounts one of those too can only run there, and has the new one made there.
     *
     * @return the claim of another disk; empty if there is none
     */
    public Optional<String> beside(DiskRef ref) {
        Map<VolumeName, DiskName> assigned = assignments.of(ref.app());
        return claims.list(ref.app()).stream()
                .filter(claim -> claim.mountable() && !claim.deleting())
                .filter(claim -> !claim.ref().equals(ref))
                .filter(claim -> claim.annotation(Keys.TRASH_UNTIL).isEmpty())
                .max(
                        Comparator.comparing((Claim claim) ->
                                        claim.ref()
                                                .name()
                                                .equals(assigned.get(claim.ref().volume())))
                                .thenComparing(Claim::created)
                                .thenComparing(Claim::nativeId))
                .map(Claim::nativeId);
    }
}
