package dev.kompox.driver.csi.claim;

import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.client.WireFormat;
import dev.kompox.manifest.id.AppId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The claims and volumes of an app, found by label; annotations tell which disks they are. */
public final class Claims {

    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final ClusterConnection cluster;
    private final Namespaces namespaces;

    /** Work on a cluster. */
    public Claims(ClusterConnection cluster, Namespaces namespaces) {
        this.cluster = cluster;
        this.namespaces = namespaces;
    }

    /** List the disks of an app: newest first, ties by volume, then name. */
    public List<Claim> list(AppId app) {
        return list(app, Keys.DISK).stream()
                .sorted(
                        Comparator.comparing(Claim::created)
                                .reversed()
                                .thenComparing(claim -> claim.ref().volume())
                                .thenComparing(claim -> claim.ref().name()))
                .toList();
    }

    /**
     * List what an app has of one kind, in no particular order.
     *
     * @param kind the annotation that things of this kind bear beside that of their volume
     */
    List<Claim> list(AppId app, String kind) {
        String hash = AppNames.labels(app).get(Keys.APP_ID);
        String namespace = namespaces.of(app);
        List<PersistentVolumeClaim> claims =
                cluster.ask(
                        "reading the claims of " + app.app(),
                        () ->
                                cluster.client()
                                        .persistentVolumeClaims()
                                        .inNamespace(namespace)
                                        .withLabel(Keys.APP_ID, hash)
                                        .list()
                                        .getItems());
        SequencedMap<String, PersistentVolume> volumes = new LinkedHashMap<>();
        cluster
                .ask(
                        "reading the volumes of " + app.app(),
                        () ->
                                cluster.client()
                                        .persistentVolumes()
                                        .withLabel(Keys.APP_ID, hash)
                                        .list()
                                        .getItems())
                .stream()
                .filter(volume -> isOf(app, kind, volume))
                .forEach(volume -> volumes.put(volume.getMetadata().getName(), volume));
        List<Claim> found = new ArrayList<>();
        for (PersistentVolumeClaim claim : claims) {
            if (isOf(app, kind, claim)) {
                String name = claim.getSpec().getVolumeName();
                PersistentVolume known = name == null ? null : volumes.remove(name);
                found.add(new Claim(app, claim, known == null ? volume(name) : known));
            }
        }
        volumes.values().forEach(volume -> found.add(new Claim(app, null, volume)));
        return found;
    }

    /** Find a disk. */
    public Optional<Claim> find(DiskRef ref) {
        return list(ref.app()).stream()
                .filter(claim -> claim.ref().equals(ref))
                .max((a, b) -> Boolean.compare(a.claim() != null, b.claim() != null));
    }

    /** Find a disk that must be there. */
    public Claim get(DiskRef ref) {
        return find(ref).orElseThrow(() -> absent("disk " + ref));
    }

    /** Say that something is not there. */
    public static DriverException absent(Object what) {
        return new DriverException(
                new Category.NotFound(), "there is no " + what, "kompox disk list");
    }

    /** Set annotations of a claim and volume; a null value takes one away. */
    public void annotate(Claim disk, Map<String, @Nullable String> annotations) {
        Map<String, Object> patch = Map.of("metadata", Map.of("annotations", annotations));
        patchClaim(disk, patch);
        disk.volumeName().ifPresent(name -> patchVolume(name, patch));
    }

    /**
     * Make a disk's volume outlive its claim, and tell whose it is: its claim's labels and
     * annotations are put on it too.
     */
    public void retain(Claim disk) {
        PersistentVolumeClaim claim = Objects.requireNonNull(disk.claim());
        Map<String, String> annotations = new LinkedHashMap<>();
        claim.getMetadata()
                .getAnnotations()
                .forEach((key, value) -> {
                    if (key.startsWith("kompox.dev/")) {
                        annotations.put(key, value);
                    }
                });
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("labels", claim.getMetadata().getLabels());
        metadata.put("annotations", annotations);
        patchVolume(
                disk.volumeName().orElseThrow(),
                Map.of(
                        "metadata",
                        metadata,
                        "spec",
                        Map.of("persistentVolumeReclaimPolicy", "Retain")));
    }

    /** Ask for more room. */
    public void grow(Claim disk, long bytes) {
        patchClaim(
                disk,
                Map.of(
                        "spec",
                        Map.of(
                                "resources",
                                Map.of("requests", Map.of("storage", String.valueOf(bytes))))));
    }

    /** Remove a disk for good: the volume, with its bytes, goes with its claim. */
    public void purge(Claim disk) {
        disk.volumeName()
                .ifPresent(name ->
                        patchVolume(
                                name,
                                Map.of("spec", Map.of("persistentVolumeReclaimPolicy", "Delete"))));
        PersistentVolumeClaim claim = disk.claim();
        if (claim != null) {
            cluster.tell(
                    "removing claim " + claim.getMetadata().getName(),
                    () -> cluster.client().persistentVolumeClaims().resource(claim).delete());
        }
    }

    private void patchClaim(Claim disk, Map<String, ?> patch) {
        PersistentVolumeClaim claim = disk.claim();
        if (claim != null) {
            String name = claim.getMetadata().getName();
            cluster.ask(
                    "changing claim " + name,
                    () ->
                            cluster.client()
                                    .persistentVolumeClaims()
                                    .inNamespace(claim.getMetadata().getNamespace())
                                    .withName(name)
                                    .patch(MERGE, WireFormat.json(patch)));
        }
    }

    private void patchVolume(String name, Map<String, ?> patch) {
        cluster.ask(
                "changing volume " + name,
                () ->
                        cluster.client()
                                .persistentVolumes()
                                .withName(name)
                                .patch(MERGE, WireFormat.json(patch)));
    }

    private @Nullable PersistentVolume volume(@Nullable String name) {
        return name == null || name.isEmpty()
                ? null
                : cluster.ask(
                        "reading volume " + name,
                        () -> cluster.client().persistentVolumes().withName(name).get());
    }

    private static boolean isOf(AppId app, String kind, HasMetadata one) {
        Map<String, String> annotations = one.getMetadata().getAnnotations();
        return annotations != null
                && AppNames.path(app).equals(annotations.get(Keys.APP))
                && annotations.containsKey(Keys.VOLUME)
                && annotations.containsKey(kind);
    }
}
