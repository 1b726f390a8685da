package dev.kompox.driver.csi;

import dev.kompox.driver.call.Call;
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
import dev.kompox.driver.csi.helper.FirstUse;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.SourceText;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.SnapshotRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes disks. A claim comes first; one that is to hold something is filled by a helper, its volume
 * is told to stay, and then it is marked as complete. One that is to be empty waits for its first
 * use. Every part can be done again.
 */
final class DiskMaker {

    private final Claims claims;
    private final NewClaims created;
    private final SnapshotClaims snapshots;
    private final Namespaces namespaces;
    private final Users users;
    private final StorageClasses classes;
    private final Filler filler;
    private final FirstUse firstUse;
    private final CsiSettings settings;

    DiskMaker(
            Claims claims,
            NewClaims created,
            Namespaces namespaces,
            Users users,
            StorageClasses classes,
            Filler filler,
            FirstUse firstUse,
            CsiSettings settings) {
        this.claims = claims;
        this.created = created;
        this.snapshots = new SnapshotClaims(claims);
        this.namespaces = namespaces;
        this.users = users;
        this.classes = classes;
        this.filler = filler;
        this.firstUse = firstUse;
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
        Claim from = source(spec.source(), call);
        if (there == null) {
            make(spec, from, call);
        }
        if (from != null) {
            fill(ref, from, call);
        }
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

    private @Nullable Claim source(Source source, Call call) {
        return switch (source) {
            case Source.Blank() -> null;
            case Source.OfDisk(DiskRef disk) -> {
                Claim from = claims.get(disk);
                Condition.of(from).expectMountable();
                refuseWritten(disk, from);
                yield firstUse.complete(from, call);
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

    private void fill(DiskRef ref, Claim from, Call call) {
        String beside = firstUse.beside(ref).orElse(null);
        var _ = filler.copy("copying to disk " + ref, from, claims.get(ref), beside, call);
        firstUse.finish(claims.get(ref), true, call);
    }
}
