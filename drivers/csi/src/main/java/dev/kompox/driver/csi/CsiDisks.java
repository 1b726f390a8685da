package dev.kompox.driver.csi;

import dev.kompox.driver.Disks;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Assignments;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.Purge;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.csi.helper.Filler;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.csi.run.DeployedDisks;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.manifest.id.AppId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The disks of apps on a cluster: claims with volumes that outlive them. */
final class CsiDisks implements Disks {

    private final Claims claims;
    private final Namespaces namespaces;
    private final Users users;
    private final Assignments assignments;
    private final StorageClasses classes;
    private final DiskMaker maker;
    private final Filler filler;
    private final Purge purge;
    private final DeployedDisks deployed;
    private final DiskView view;

    CsiDisks(
            Claims claims,
            Namespaces namespaces,
            Users users,
            Assignments assignments,
            StorageClasses classes,
            DiskMaker maker,
            Filler filler,
            Purge purge,
            DeployedDisks deployed,
            DiskView view) {
        this.claims = claims;
        this.namespaces = namespaces;
        this.users = users;
        this.assignments = assignments;
        this.classes = classes;
        this.maker = maker;
        this.filler = filler;
        this.purge = purge;
        this.deployed = deployed;
        this.view = view;
    }

    @Override
    public Disk ensure(DiskSpec spec, Call call) {
        maker.ensure(spec, call);
        return get(spec.ref());
    }

    @Override
    public Optional<Disk> find(DiskRef ref) {
        return claims.find(ref).map(claim -> view(claim, assignments.of(ref.app())));
    }

    @Override
    public List<Disk> list(AppId app) {
        Map<VolumeName, DiskName> assigned = assignments.of(app);
        return claims.list(app).stream().map(claim -> view(claim, assigned)).toList();
    }

    private Disk view(Claim claim, Map<VolumeName, DiskName> assigned) {
        return view.of(
                claim,
                claim.ref().name().equals(assigned.get(claim.ref().volume())),
                users(claim).stream().map(user -> "pod " + user.name()).toList());
    }

    private List<Users.User> users(Claim claim) {
        return claim.claim() == null
                ? List.of()
                : users.of(namespaces.of(claim.app()), claim.nativeId());
    }

    @Override
    public Disk assign(DiskRef ref, Call call) {
        Disk disk = get(ref);
        if (disk.trash() != null) {
            throw new DriverException(
                    new Category.Invalid(),
                    "disk " + ref + " is in the trash",
                    "kompox disk undelete " + ref);
        }
        if (!claims.get(ref).usable() || disk.state() instanceof DiskState.Failed) {
            throw new DriverException(
                    new Category.Invalid(),
                    "disk " + ref + " is not complete",
                    "kompox operation list");
        }
        DiskName before = assignments.of(ref.app()).get(ref.volume());
        List<DiskRef> deployedInstead = deployed.instead(ref);
        if (ref.name().equals(before) && deployedInstead.isEmpty()) {
            return disk;
        }
        refuseHeld(ref);
        deployedInstead.forEach(this::refuseHeld);
        if (before != null) {
            claims.find(new DiskRef(ref.app(), ref.volume(), before))
                    .ifPresent(claim -> refuseHeld(claim.ref()));
        }
        assignments.put(ref, call);
        deployed.mount(ref);
        return get(ref);
    }

    @Override
    public Disk unassign(DiskRef ref, Call call) {
        Disk disk = get(ref);
        if (disk.assigned()) {
            refuseHeld(ref);
            assignments.remove(ref, call);
        }
        return get(ref);
    }

    @Override
    public Disk resize(DiskRef ref, ByteSize size, Call call) {
        Claim claim = claims.get(ref);
        if (!classes.expands(claim.storageClass())) {
            throw new DriverException(
                    new Category.Unsupported("disks.resize"),
                    "disks of class " + claim.storageClass() + " cannot grow",
                    "kompox disk clone " + ref);
        }
        ByteSize now = claim.size();
        if (now == null || now.bytes() < size.bytes()) {
            claims.grow(claim, size.bytes());
        }
        return get(ref);
    }

    @Override
    public void delete(DiskRef ref, Deletion how, Call call) {
        Claim claim = claims.find(ref).orElse(null);
        if (claim == null) {
            return;
        }
        if (ref.name().equals(assignments.of(ref.app()).get(ref.volume()))) {
            throw new DriverException(
                    new Category.InUse(List.of("volume " + ref.volume())),
                    "disk " + ref + " is the one that its volume finds",
                    "kompox down --disks");
        }
        if (how instanceof Deletion.ForGood && claim.claim() != null) {
            filler.free(claim);
        }
        refuseHeld(ref);
        switch (how) {
            case Deletion.ForGood() -> {
                purge.run(
                        ref.app(),
                        List.of(claim),
                        "disk " + ref,
                        () -> claims.find(ref).isPresent(),
                        call);
            }
            case Deletion.ToTrash(Instant until) -> {
                if (claim.annotation(Keys.TRASH_UNTIL).isEmpty()) {
                    claims.annotate(
                            claim,
                            Map.of(
                                    Keys.TRASH_SINCE,
                                    call.time().now().toString(),
                                    Keys.TRASH_UNTIL,
                                    until.toString(),
                                    Keys.TRASH_BY,
                                    call.token().operation()));
                }
            }
        }
    }

    @Override
    public Disk undelete(DiskRef ref, Call call) {
        Claim claim = claims.get(ref);
        if (!claim.annotation(Keys.TRASH_UNTIL).isEmpty()) {
            Map<String, @Nullable String> away = new HashMap<>();
            Stream.of(Keys.TRASH_SINCE, Keys.TRASH_UNTIL, Keys.TRASH_BY)
                    .forEach(key -> away.put(key, null));
            claims.annotate(claim, away);
        }
        return get(ref);
    }

    private void refuseHeld(DiskRef ref) {
        List<String> holders =
                users(claims.get(ref)).stream().map(user -> "pod " + user.name()).toList();
        if (!holders.isEmpty()) {
            throw new DriverException(
                    new Category.InUse(holders),
                    "disk " + ref + " is in use by " + String.join(", ", holders),
                    "kubectl -n " + namespaces.of(ref.app()) + " get pods");
        }
    }

    private Disk get(DiskRef ref) {
        return find(ref).orElseThrow(() -> Claims.absent("disk " + ref));
    }
}
