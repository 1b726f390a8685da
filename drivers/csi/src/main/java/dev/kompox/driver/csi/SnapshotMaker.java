package dev.kompox.driver.csi;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Fanout;
import dev.kompox.driver.call.JointProgress;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.NewClaim;
import dev.kompox.driver.csi.claim.NewClaims;
import dev.kompox.driver.csi.claim.SnapshotClaim;
import dev.kompox.driver.csi.claim.SnapshotClaims;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Takes the snapshots of a set. Claims come first; helpers have them bound and fill them, side by
 * side, for an app may be stopped meanwhile; their volumes are told to stay; and when all hold all,
 * they are marked as complete.
 */
final class SnapshotMaker {

    private static final int AT_ONCE = 4;

    private final Claims claims;
    private final NewClaims created;
    private final SnapshotClaims snapshots;
    private final SnapshotDrafts drafts;
    private final SnapshotRemoval removal;
    private final SnapshotCopy copying;

    SnapshotMaker(
            Claims claims,
            NewClaims created,
            SnapshotDrafts drafts,
            SnapshotRemoval removal,
            SnapshotCopy copying) {
        this.claims = claims;
        this.created = created;
        this.snapshots = new SnapshotClaims(claims);
        this.drafts = drafts;
        this.removal = removal;
        this.copying = copying;
    }

    void ensure(SnapshotSpec spec, Call call) {
        List<SnapshotClaim> there = snapshots.of(spec.app(), spec.name());
        if (!SnapshotSets.complete(spec, there, call.token().operation())) {
            List<Claim> disks = drafts.sources(spec);
            expectNamesFree(spec, there);
            // what a broken call has left shows another moment, or none
            removal.run(spec.app(), spec.name(), _ -> true, call);
            take(spec, disks, call);
        }
        complete(spec, call);
    }

    /** Refuse what would fail. */
    void expectPossible(SnapshotSpec spec) {
        List<SnapshotClaim> there = snapshots.of(spec.app(), spec.name());
        SnapshotSets.expectFree(spec, there);
        List<Claim> disks = drafts.sources(spec);
        expectNamesFree(spec, there);
        for (Claim disk : disks) {
            created.expectPossible(
                    spec.app(),
                    AppNames.claim(SnapshotDrafts.ref(spec, disk)),
                    drafts.claim(spec, disk, new LinkedHashMap<>()));
        }
    }

    /** Refuse a set if a claim has a name that it needs, and is none of its snapshots. */
    private void expectNamesFree(SnapshotSpec spec, List<SnapshotClaim> there) {
        List<String> own = there.stream().map(one -> one.claim().nativeId()).toList();
        for (VolumeName volume : SnapshotSets.members(spec)) {
            String name = AppNames.claim(new SnapshotRef(spec.app(), volume, spec.name()));
            if (!own.contains(name) && created.taken(spec.app(), name)) {
                throw new DriverException(
                        new Category.Conflict("a claim " + name + " of Kompox", "another"),
                        "a claim that is not this snapshot's has the name " + name,
                        "Choose another name, or look at it: kubectl get pvc "
                                + name
                                + " -o yaml -n "
                                + created.namespaces().of(spec.app()));
            }
        }
    }

    private void take(SnapshotSpec spec, List<Claim> disks, Call call) {
        Instant now = call.time().now();
        List<String> begun = new ArrayList<>();
        JointProgress progress = new JointProgress(call.progress(), disks.size());
        try {
            List<Callable<ByteSize>> copies = new ArrayList<>();
            for (Claim disk : disks) {
                SnapshotRef ref = SnapshotDrafts.ref(spec, disk);
                NewClaim wanted =
                        drafts.claim(spec, disk, SnapshotDrafts.annotations(spec, disk, now, call));
                begun.add(created.create(spec.app(), AppNames.claim(ref), wanted));
                Call part = call.with(progress.of(copies.size()));
                copies.add(() -> copy(ref, disk, part));
            }
            var _ = Fanout.all(copies, AT_ONCE);
        } catch (RuntimeException e) {
            removal.discard(spec.app(), spec.name(), begun, e, call);
            throw e;
        }
    }

    private ByteSize copy(SnapshotRef ref, Claim disk, Call call) {
        ByteSize bytes =
                copying.copy("snapshot of " + ref.volume(), disk, snapshots.get(ref).claim(), call);
        Claim bound = snapshots.get(ref).claim();
        claims.retain(bound);
        claims.annotate(bound, Map.of(Keys.BYTES, String.valueOf(bytes.bytes())));
        return bytes;
    }

    /**
     * The first mark completes the set; a call that breaks after it leaves the rest to the next.
     */
    private void complete(SnapshotSpec spec, Call call) {
        snapshots.of(spec.app(), spec.name()).stream()
                .map(SnapshotClaim::claim)
                .filter(one -> !one.complete())
                .forEach(one ->
                        claims.annotate(one, Map.of(Keys.COMPLETE, call.time().now().toString())));
    }
}
