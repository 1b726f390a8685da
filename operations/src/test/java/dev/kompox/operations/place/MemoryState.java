package dev.kompox.operations.place;

import dev.kompox.driver.call.Time;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.operations.world.ManualTime;
import dev.kompox.operations.world.TestApp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is there at a place in memory; guarded by itself. */
final class MemoryState {

    static final Location HERE = Location.of("memory", "default");
    static final String TAG = "kompox.dev/operation";

    /** A disk and its bytes, which are a list of what was written. */
    static final class Drive {
        final DiskRef ref;
        final Source source;
        final String by;
        final Instant createdAt;
        List<String> bytes = new ArrayList<>();
        boolean complete;
        boolean assigned;
        @Nullable Trash trash;

        Drive(DiskRef ref, Source source, String by, Instant createdAt) {
            this.ref = ref;
            this.source = source;
            this.by = by;
            this.createdAt = createdAt;
        }

        Disk seen() {
            LinkedHashMap<String, String> tags = new LinkedHashMap<>();
            if (!by.isEmpty()) {
                tags.put(TAG, by);
            }
            return new Disk(
                    ref,
                    "native-" + ref,
                    HERE,
                    null,
                    "memory",
                    source,
                    complete ? new DiskState.Available() : new DiskState.Creating(),
                    assigned,
                    trash,
                    0,
                    createdAt,
                    tags);
        }
    }

    /** A snapshot and what it holds. */
    record Picture(Snapshot seen, List<String> bytes) {}

    /** A container. */
    static final class Box {
        final String id;
        final String service;
        Phase phase = Phase.RUNNING;
        @Nullable Integer exitCode;

        Box(String id, String service) {
            this.id = id;
            this.service = service;
        }

        boolean alive() {
            return phase == Phase.RUNNING || phase == Phase.PAUSED;
        }
    }

    final Workload workload;
    final ManualTime time = new ManualTime();
    final Map<String, Drive> drives = new TreeMap<>();
    final Map<String, Picture> pictures = new TreeMap<>();
    final Map<String, Box> boxes = new LinkedHashMap<>();
    final List<String> violations = new ArrayList<>();
    @Nullable Versioned<OwnershipRecord> record;
    Runnable midpoint = () -> {};

    /** The exit code with which instances end; 137 means that they had to be killed. */
    @Nullable Integer exitCode = 0;

    /** Whether a freeze breaks before it is ended. */
    boolean breakFreeze;

    /** Whether nobody tells how large a snapshot is. */
    boolean sizesUnknown;

    private int made;

    MemoryState(Workload workload) {
        this.workload = workload;
    }

    Time time() {
        return time;
    }

    /** Pass a point in the middle of a call, where a process may die. */
    void midpoint() {
        midpoint.run();
    }

    Instant tick() {
        time.pass(Duration.ofMillis(10));
        return time.now();
    }

    String nextId(String service) {
        made++;
        return service + "-" + made + "-0123456789";
    }

    Drive drive(DiskRef ref) {
        Drive drive = drives.get(ref.toString());
        if (drive == null) {
            throw new DriverException(new Category.NotFound(), "there is no disk " + ref);
        }
        return drive;
    }

    Optional<Drive> assigned(VolumeName volume) {
        return drives.values().stream()
                .filter(drive -> drive.assigned && drive.ref.volume().equals(volume))
                .findFirst();
    }

    /** The boxes that are alive and use a volume. */
    List<Box> users(VolumeName volume) {
        List<String> services = workload.users().getOrDefault(volume, List.of());
        return boxes.values().stream()
                .filter(box -> box.alive() && services.contains(box.service))
                .toList();
    }

    /** Refuse while somebody uses a disk, which is only possible through its volume. */
    void expectFree(DiskRef ref) {
        List<Box> users = drive(ref).assigned ? users(ref.volume()) : List.of();
        if (!users.isEmpty()) {
            List<String> names = users.stream().map(box -> "container " + box.id).toList();
            throw new DriverException(
                    new Category.InUse(names), "disk " + ref + " is in use by " + names);
        }
    }

    /** Note it when a copy of a disk is taken while somebody writes to it. */
    void noteWriters(DiskRef ref, Consistency promised) {
        for (Box box : drive(ref).assigned ? users(ref.volume()) : List.<Box>of()) {
            if (promised == Consistency.STOPPED || box.phase != Phase.PAUSED) {
                violations.add(ref + " was copied as " + promised + " while " + box.id + " ran");
            }
        }
    }

    static String key(SnapshotRef ref) {
        return ref.toString();
    }

    /** Make the disk of a volume that has none, as a first start does. */
    void makeFirstDisk(VolumeName volume) {
        DiskRef ref =
                new DiskRef(
                        workload.app(),
                        volume,
                        new DiskName(volume.equals(TestApp.DB) ? "main" : "data"));
        Drive drive = drives.get(ref.toString());
        if (drive == null) {
            drive = new Drive(ref, new Source.Blank(), "", tick());
            drive.complete = true;
            drives.put(ref.toString(), drive);
        }
        drive.assigned = true;
    }
}
