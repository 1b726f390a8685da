package dev.kompox.driver.csi;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Assignments;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.csi.helper.HelperMount;
import dev.kompox.driver.csi.helper.HelperPod;
import dev.kompox.driver.csi.helper.Helpers;
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
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes disks. A claim comes first, marked as half made; a helper has it bound and fills it; then
 * its volume is told to stay, and at last the mark goes. Every part can be done again.
 */
final class DiskMaker {

    private static final String DISK = "disk";
    private static final String FROM = "from";
    private static final String BESIDE = "beside";

    private final Claims claims;
    private final Namespaces namespaces;
    private final Users users;
    private final Assignments assignments;
    private final StorageClasses classes;
    private final Helpers helpers;
    private final CsiSettings settings;

    DiskMaker(
            Claims claims,
            Namespaces namespaces,
            Users users,
            Assignments assignments,
            StorageClasses classes,
            Helpers helpers,
            CsiSettings settings) {
        this.claims = claims;
        this.namespaces = namespaces;
        this.users = users;
        this.assignments = assignments;
        this.classes = classes;
        this.helpers = helpers;
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
                refuseWritten(disk, from);
                yield from;
            }
            case Source.OfSnapshot(var snapshot) -> throw Claims.absent(snapshot);
            case Source.Native(String id) -> throw Claims.absent(id);
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
        String name = AppNames.claim(ref);
        PersistentVolumeClaim wanted =
                new PersistentVolumeClaimBuilder()
                        .withNewMetadata()
                        .withNamespace(namespaces.of(ref.app()))
                        .withName(name)
                        .withLabels(AppNames.labels(ref))
                        .withAnnotations(
                                AppNames.annotations(ref, SourceText.of(spec.source()), call))
                        .endMetadata()
                        .withNewSpec()
                        .withAccessModes("ReadWriteOnce")
                        .withStorageClassName(storageClass(spec))
                        .withNewResources()
                        .withRequests(
                                Map.of(
                                        "storage",
                                        new Quantity(String.valueOf(size(spec, from).bytes()))))
                        .endResources()
                        .endSpec()
                        .build();
        try {
            claims.create(wanted);
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
        List<HelperMount> mounts = new ArrayList<>();
        String name = Objects.requireNonNull(claims.get(ref).nativeId());
        mounts.add(new HelperMount(DISK, name, HelperMount.DATA, false));
        if (from != null) {
            mounts.add(new HelperMount(FROM, from.nativeId(), HelperMount.DATA, true));
        }
        beside(ref)
                .ifPresent(other ->
                        mounts.add(new HelperMount(BESIDE, other, HelperMount.DATA, true)));
        List<String> names = mounts.stream().map(HelperMount::claim).toList();
        String node = users.node(namespaces.of(ref.app()), names);
        try (HelperPod helper = helpers.start(ref.app(), mounts, settings.zone(), node, call)) {
            if (from == null) {
                // the mode of an empty Docker volume; the kubelet made it with 0750
                helper.check(
                        "making disk " + ref,
                        List.of("/bin/chmod", "0755", "/mnt/" + DISK),
                        OutputStream.nullOutputStream());
            } else {
                helper.check(
                        "copying to disk " + ref,
                        List.of("/kompox/bin/copy-tree", FROM, DISK),
                        OutputStream.nullOutputStream());
            }
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
