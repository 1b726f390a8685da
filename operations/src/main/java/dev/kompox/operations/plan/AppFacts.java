package dev.kompox.operations.plan;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.operations.engine.Assumption;
import dev.kompox.operations.engine.Facts;
import dev.kompox.operations.step.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tell the facts that plans of an app assume: {@code disk of VOLUME}, {@code disk VOLUME/NAME},
 * {@code running instances}, {@code snapshot VOLUME@NAME}, {@code place of the app}.
 *
 * <p>The same words are used to state an assumption from an observation and to read the fact later.
 */
public final class AppFacts implements Facts {

    private static final String ABSENT = "absent";
    private static final String ASSIGNED = "disk of ";
    private static final String DISK = "disk ";
    private static final String RUNNING = "running instances";
    private static final String SNAPSHOT = "snapshot ";
    private static final String PLACE = "place of the app";

    private final Place place;

    /** Read facts at a place. */
    public AppFacts(Place place) {
        this.place = place;
    }

    @Override
    public String read(String fact) {
        if (fact.equals(RUNNING)) {
            return running(place.runtime().observe(place.workload()));
        }
        if (fact.equals(PLACE)) {
            return owner(place.records().read(place.app()).map(Versioned::value).orElse(null));
        }
        if (fact.startsWith(ASSIGNED)) {
            return assigned(place.disks().list(place.app()), fact.substring(ASSIGNED.length()));
        }
        if (fact.startsWith(SNAPSHOT)) {
            return snapshot(place.snapshots().list(place.app()), fact.substring(SNAPSHOT.length()));
        }
        if (fact.startsWith(DISK)) {
            return disk(place.disks().list(place.app()), fact.substring(DISK.length()));
        }
        throw new IllegalArgumentException("no fact is called " + fact);
    }

    /** Assume that a volume finds the disk it finds now. */
    static Assumption assigned(Observation seen, VolumeName volume) {
        return new Assumption(ASSIGNED + volume, assigned(seen.disks(), volume.value()), false);
    }

    /** Assume that a disk is there, or not, as it is now. */
    static Assumption disk(Observation seen, DiskRef ref) {
        return new Assumption(DISK + ref, disk(seen.disks(), ref.toString()), false);
    }

    /** Assume that the instances that are alive now are the ones that will be. */
    static Assumption running(Observation seen) {
        return new Assumption(RUNNING, running(seen.state()), false);
    }

    /** Assume that the app lives where it lives now. */
    static Assumption place(Observation seen) {
        return new Assumption(PLACE, owner(seen.owner()), false);
    }

    private static String owner(@Nullable OwnershipRecord record) {
        return record == null ? ABSENT : record.place() + ", epoch " + record.epoch();
    }

    /** Assume that a snapshot is there, or not, as it is now. */
    static Assumption snapshot(Observation seen, VolumeName volume, SnapshotName name) {
        String text = new SnapshotRef(seen.workload().app(), volume, name).toString();
        return new Assumption(SNAPSHOT + text, snapshot(seen.snapshots(), text), false);
    }

    private static String assigned(List<Disk> disks, String volume) {
        return disks.stream()
                .filter(Disk::assigned)
                .filter(disk -> disk.ref().volume().value().equals(volume))
                .map(disk -> disk.ref().name().value())
                .findFirst()
                .orElse(ABSENT);
    }

    private static String disk(List<Disk> disks, String text) {
        Optional<Disk> found =
                disks.stream().filter(disk -> disk.ref().toString().equals(text)).findFirst();
        return found.map(disk -> disk.trash() == null ? "present" : "in the trash").orElse(ABSENT);
    }

    private static String snapshot(List<Snapshot> snapshots, String text) {
        return snapshots.stream().anyMatch(one -> one.ref().toString().equals(text))
                ? "present"
                : ABSENT;
    }

    private static String running(AppState state) {
        String text =
                state.instances().stream()
                        .filter(InstanceState::alive)
                        .map(one ->
                                one.name()
                                        + "="
                                        + one.id().substring(0, Math.min(12, one.id().length())))
                        .sorted()
                        .collect(Collectors.joining(" "));
        return text.isEmpty() ? "none" : text;
    }
}
