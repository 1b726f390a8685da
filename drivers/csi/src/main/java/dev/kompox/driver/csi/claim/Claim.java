package dev.kompox.driver.csi.claim;

import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.csi.name.SourceText;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.manifest.id.AppId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A disk, or the copy that a snapshot is, as a cluster has it: a claim with its volume, a claim
 * that has none yet, or a volume whose claim somebody removed.
 *
 * @param app whose
 * @param claim the claim; null if it is gone
 * @param volume the volume; null if there is none, or it is gone
 */
public record Claim(
        AppId app, @Nullable PersistentVolumeClaim claim, @Nullable PersistentVolume volume) {

    private static final String ZONE = "topology.kubernetes.io/zone";

    /** Refuses nothing at all. */
    public Claim {
        if (claim == null && volume == null) {
            throw new IllegalArgumentException("a disk is a claim, a volume, or both");
        }
    }

    /** Return the claim's name, or the volume's as {@code pv/NAME} if it has none. */
    public String nativeId() {
        return claim == null ? "pv/" + name(volume()) : name(claim);
    }

    /** Return the claim's UID, also when only its volume is left; empty if that does not tell. */
    public String uid() {
        if (claim != null) {
            return claim.getMetadata().getUid();
        }
        ObjectReference bound = Objects.requireNonNull(volume).getSpec().getClaimRef();
        return bound == null || bound.getUid() == null ? "" : bound.getUid();
    }

    /** Return which disk it is, as its annotations say. */
    public DiskRef ref() {
        return new DiskRef(
                app, new VolumeName(annotation(Keys.VOLUME)), new DiskName(annotation(Keys.DISK)));
    }

    /** Tell whether it holds all that it should. */
    public boolean complete() {
        return !annotation(Keys.COMPLETE).isEmpty();
    }

    /** Tell whether it may be used: it is complete, or empty, and its first use completes it. */
    public boolean usable() {
        return complete() || source() instanceof Source.Blank;
    }

    /** Tell whether it may be used and has a volume: one that has none was never used. */
    public boolean mountable() {
        return claim != null && usable() && volumeName().isPresent();
    }

    /** Return what it was made from. */
    public Source source() {
        return SourceText.parse(app, annotation(Keys.SOURCE));
    }

    /** Return the annotation {@code key}, empty if it has none. */
    public String annotation(String key) {
        HasMetadata one = claim == null ? Objects.requireNonNull(volume) : claim;
        return Objects.requireNonNullElse(
                        one.getMetadata().getAnnotations(), Map.<String, String>of())
                .getOrDefault(key, "");
    }

    /** Return those of some annotations that it has, in their order. */
    public SequencedMap<String, String> tags(String... keys) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        Stream.of(keys)
                .filter(key -> !annotation(key).isEmpty())
                .forEach(key -> tags.put(key, annotation(key)));
        return tags;
    }

    /** Return when it was made. */
    public Instant created() {
        try {
            return Instant.parse(annotation(Keys.CREATED));
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /** Return its class, empty if it has none. */
    public String storageClass() {
        String name =
                claim == null
                        ? Objects.requireNonNull(volume).getSpec().getStorageClassName()
                        : claim.getSpec().getStorageClassName();
        return name == null ? "" : name;
    }

    /** Return its capacity, or what was asked for while it has none. */
    public @Nullable ByteSize size() {
        if (claim != null && claim.getStatus() != null && claim.getStatus().getCapacity() != null) {
            Quantity capacity = claim.getStatus().getCapacity().get("storage");
            if (capacity != null) {
                return bytes(capacity);
            }
        }
        if (volume != null) {
            return bytes(volume.getSpec().getCapacity().get("storage"));
        }
        return bytes(
                Objects.requireNonNull(claim)
                        .getSpec()
                        .getResources()
                        .getRequests()
                        .get("storage"));
    }

    /** Return the claim's phase, empty if there is none. */
    public String phase() {
        return claim == null || claim.getStatus() == null || claim.getStatus().getPhase() == null
                ? ""
                : claim.getStatus().getPhase();
    }

    /** Tell whether it is going away. */
    public boolean deleting() {
        return (claim == null ? Objects.requireNonNull(volume) : claim)
                        .getMetadata()
                        .getDeletionTimestamp()
                != null;
    }

    /** Return the volume's name if it is bound to one. */
    public Optional<String> volumeName() {
        if (claim == null) {
            return Optional.of(name(Objects.requireNonNull(volume)));
        }
        String name = claim.getSpec().getVolumeName();
        return name == null || name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** Return the zone that its volume is in, if it is in one. */
    public Optional<String> zone() {
        return expressions()
                .filter(one -> ZONE.equals(one.getKey()) && one.getValues().size() == 1)
                .map(one -> one.getValues().getFirst())
                .findFirst();
    }

    /** Return a text that is equal for disks that can be reached from the same nodes. */
    public String place() {
        return expressions()
                .map(one -> one.getKey() + one.getOperator() + one.getValues())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private Stream<NodeSelectorRequirement> expressions() {
        if (volume == null
                || volume.getSpec().getNodeAffinity() == null
                || volume.getSpec().getNodeAffinity().getRequired() == null) {
            return Stream.empty();
        }
        return volume.getSpec().getNodeAffinity().getRequired().getNodeSelectorTerms().stream()
                .flatMap(term -> term.getMatchExpressions().stream());
    }

    private static String name(@Nullable HasMetadata one) {
        return Objects.requireNonNull(one).getMetadata().getName();
    }

    private static @Nullable ByteSize bytes(@Nullable Quantity quantity) {
        return quantity == null
                ? null
                : new ByteSize(Quantity.getAmountInBytes(quantity).longValue());
    }
}
