package dev.kompox.driver.csi;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Assignments;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Condition;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.NewClaim;
import dev.kompox.driver.csi.claim.NewClaims;
import dev.kompox.driver.csi.claim.SnapshotClaim;
import dev.kompox.driver.csi.claim.SnapshotClaims;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.csi.helper.Filler;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.csi.name.SourceText;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.SnapshotRef;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes disks. A claim comes first, marked as half made; a helper has it bound and fills it; then
 * its volume is told to stay, and at last the mark goes. Every part can be done again.
 */
final class DiskMaker {

    private final Claims claims;
    private final NewClaims created;
    private final SnapshotClaims snapshots;
    private final Namespaces namespaces;
    private final Users users;
    private final Assignments assignments;
    private final StorageClasses classes;
    private final Filler filler;
    private final CsiSettings settings;

    DiskMaker(
            Claims claims,
            NewClaims created,
            Namespaces namespaces,
            Users users,
            Assignments assignments,
            StorageClasses classes,
            Filler filler,
            CsiSettings settings) {
        this.claims = claims;
        this.created = created;
        this.snapshots = new SnapshotClaims(claims);
        this.namespaces = namespaces;
        this.users = users;
        this.assignments = assignments;
        this.classes = classes;
        this.filler = filler;
        this.settings = settings;
    }

    void ensure(DiskSpec spec, Call call) {
        DiskRef ref = spec.ref();
        namespaces.ensure(ref.app());
        Claim there = claims.find(ref).orElse(null);
        if (there != null) {
            refuseOther(spec, there);
            if (there.complete()) {
                return;
            }
        }
        Claim from = source(spec.source());
        if (there == null) {
            make(spec, from, call);
        }
        fill(ref, from, call);
    }

    private static void refuseOther(DiskSpec spec, Claim there) {
        ByteSize size = there.size();
        boolean small = spec.size() != null && size != null && size.bytes() < spec.size().bytes();
        boolean other =
                spec.storageClass() != null && !spec.storageClass().equals(there.storageClass());
        if (!there.source().equals(spec.source()) || small || other || there.deleting()) {
            throw new DriverException(
                    new Category.Conflict(
                            spec.toString(), there.nativeId() + " made from " + there.source()),
                    "there is another disk "
                            + spec.ref()
                            + (there.deleting() ? ", which is just going away" : "")
                            + (small ? ", which is smaller" : ""),
                    "kompox disk list");
        }
        if (there.claim() == null) {
            throw new DriverException(
                    new Category.Conflict(spec.toString(), there.nativeId()),
                    "somebody removed the claim of disk "
                            + spec.ref()
                            + "; its volume and its bytes are still there",
                    "kompox disk list");
        }
    }

    private @Nullable Claim source(Source source) {
        return switch (source) {
            case Source.Blank() -> null;
            case Source.OfDisk(DiskRef disk) -> {
                Claim from = claims.get(disk);
                Condition.of(from).expectMountable();
                refuseWritten(disk, from);
                yield from;
            }
            case Source.OfSnapshot(SnapshotRef ref) -> {
                SnapshotClaim from = snapshots.get(ref);
                Condition.of(from).expectWhole(from.complete());
                yield from.claim();
            }
            case Source.Native(String id) -> throw Claims.absent("volume " + id);
        };
    }

    private void refuseWritten(DiskRef disk, Claim from) {
        List<String> writers =
                users.of(namespaces.of(disk.app()), from.nativeId()).stream()
                        .filter(Users.User::writes)
                        .map(user -> "pod " + user.name())
                        .toList();
        if (!writers.isEmpty()) {
            throw new DriverException(
                    new Category.InUse(writers),
                    "disk " + disk + " may be written to by " + String.join(", ", writers),
                    "kompox stop");
        }
    }

    private void make(DiskSpec spec, @Nullable Claim from, Call call) {
        DiskRef ref = spec.ref();
        NewClaim wanted =
                new NewClaim(
                        AppNames.labels(ref),
                        AppNames.annotations(ref, SourceText.of(spec.source()), call),
                        storageClass(spec),
                        size(spec, from));
        try {
            var _ = created.create(ref.app(), AppNames.claim(ref), wanted);
        } catch (DriverException e) {
            boolean ours = claims.find(ref).isPresent();
            if (!(e.category() instanceof Category.Conflict) || !ours) {
                throw e;
            }
        }
    }

    private String storageClass(DiskSpec spec) {
        return StorageClasses.name(
                classes.choose(
                        spec.storageClass() == null
                                ? settings.storageClass()
                                : spec.storageClass()));
    }

    private ByteSize size(DiskSpec spec, @Nullable Claim from) {
        ByteSize least = spec.size() == null ? settings.diskSize() : spec.size();
        ByteSize source = from == null ? null : from.size();
        return source != null && source.bytes() > least.bytes() ? source : least;
    }

    /**
     * The disks of an app are used together, so a new one must be where the others are: a helper
     * that mounts one of those too can only run there, and has the new one made there.
     */
    private Optional<String> beside(DiskRef ref) {
        Map<VolumeName, DiskName> assigned = assignments.of(ref.app());
        return claims.list(ref.app()).stream()
                .filter(claim -> claim.claim() != null && claim.complete() && !claim.deleting())
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

    private void fill(DiskRef ref, @Nullable Claim from, Call call) {
        Claim made = claims.get(ref);
        String beside = beside(ref).orElse(null);
        if (from == null) {
            filler.empty("making disk " + ref, made, beside, call);
        } else {
            var _ = filler.copy("copying to disk " + ref, from, made, beside, call);
        }
        Claim bound = claims.get(ref);
        claims.retain(bound);
        Map<String, @Nullable String> marks = new LinkedHashMap<>();
        bound.zone().ifPresent(place -> marks.put(Keys.ZONE, place));
        marks.put(Keys.COMPLETE, call.time().now().toString());
        if (from != null) {
            marks.put(Keys.FILLED, call.time().now().toString());
        }
        claims.annotate(bound, marks);
    }
}
