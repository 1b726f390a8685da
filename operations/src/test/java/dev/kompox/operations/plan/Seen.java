package dev.kompox.operations.plan;

import dev.kompox.driver.Capabilities;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.place.Reach;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.operations.world.TestApp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Write observations by hand, thing by thing. */
final class Seen {

    static final Location HERE = Location.of("docker", "default");
    static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    static final long GIB = 1L << 30;

    private Workload workload = TestApp.shop();
    private final List<InstanceState> instances = new ArrayList<>();
    private final List<Disk> disks = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private @Nullable OwnershipRecord owner;
    private final SequencedMap<VolumeName, List<Holder>> holders = new LinkedHashMap<>();
    private final SequencedMap<String, ByteSize> usage = new LinkedHashMap<>();
    private boolean instant;
    private boolean startCreatesDisks = true;
    private boolean freeze = true;
    private Reach.When usable = Reach.When.AT_ONCE;

    /** The shop as it runs every day: each volume has its disk, all three services are up. */
    static Seen running() {
        return new Seen()
                .disk(TestApp.DB, "main", 2 * GIB)
                .disk(TestApp.FILES, "data", GIB)
                .instance("db", InstanceState.Phase.RUNNING)
                .instance("web", InstanceState.Phase.RUNNING)
                .instance("worker", InstanceState.Phase.RUNNING);
    }

    /** The shop with all containers there, but stopped. */
    static Seen stopped() {
        return new Seen()
                .disk(TestApp.DB, "main", 2 * GIB)
                .disk(TestApp.FILES, "data", GIB)
                .instance("db", InstanceState.Phase.EXITED)
                .instance("web", InstanceState.Phase.EXITED);
    }

    Seen workload(Workload other) {
        workload = other;
        return this;
    }

    Seen instant() {
        instant = true;
        return this;
    }

    /** It is a cluster: starting an app does not make its disks. */
    Seen cluster() {
        startCreatesDisks = false;
        return this;
    }

    /** Snapshots can be used some time after they are taken. */
    Seen later() {
        usable = Reach.When.WHEN_COMPLETED;
        return this;
    }

    Seen withoutFreeze() {
        freeze = false;
        return this;
    }

    Seen instance(String service, InstanceState.Phase phase) {
        instances.add(
                new InstanceState(
                        service + "-0123456789abcdef",
                        "shop-" + service + "-1",
                        service,
                        phase,
                        InstanceState.Health.NONE,
                        null,
                        null,
                        service + ":1",
                        List.of()));
        return this;
    }

    /** An assigned disk. */
    Seen disk(VolumeName volume, String name, long bytes) {
        return add(volume, name, true, null, "", bytes);
    }

    /** An assigned disk that an operation made. */
    Seen diskOf(String operation, VolumeName volume, String name) {
        return add(volume, name, true, null, operation, GIB);
    }

    /** A disk that no volume finds. */
    Seen spare(VolumeName volume, String name) {
        return add(volume, name, false, null, "", -1);
    }

    /** A disk in the trash. */
    Seen trashed(VolumeName volume, String name, String by, int hoursAgo) {
        Instant since = NOW.minus(Duration.ofHours(hoursAgo));
        Trash trash = new Trash(since, since.plus(Duration.ofDays(7)), by);
        return add(volume, name, false, trash, "", GIB);
    }

    Seen snapshot(String name, VolumeName... volumes) {
        for (VolumeName volume : volumes) {
            snapshot(name, volume, List.of(volumes), new SnapshotState.Usable(), 1);
        }
        return this;
    }

    Seen snapshot(
            String name,
            VolumeName volume,
            List<VolumeName> members,
            SnapshotState state,
            int hoursAgo) {
        String id = "native-" + volume + "-" + name;
        snapshots.add(
                new Snapshot(
                        new SnapshotRef(TestApp.ID, volume, new SnapshotName(name)),
                        id,
                        HERE,
                        new DiskName("main"),
                        members,
                        Consistency.STOPPED,
                        null,
                        state,
                        new Reach(List.of(HERE), Reach.When.AT_ONCE),
                        NOW.minus(Duration.ofHours(hoursAgo)),
                        new LinkedHashMap<>()));
        usage.put(id, new ByteSize(GIB));
        return this;
    }

    Seen ownedAt(Location place) {
        SequencedMap<VolumeName, DiskName> assigned = new LinkedHashMap<>();
        owner = new OwnershipRecord(TestApp.ID, 4, place, assigned, NOW, "ann@desk up-00000");
        return this;
    }

    Seen held(VolumeName volume, String name, boolean ofApp, boolean writes, boolean running) {
        holders.computeIfAbsent(volume, _ -> new ArrayList<>())
                .add(new Holder("container", "id-" + name, name, ofApp, writes, running));
        return this;
    }

    /** Each instance holds the volumes of its service. */
    Seen heldByItself() {
        for (InstanceState instance : instances) {
            VolumeName volume = instance.service().equals("db") ? TestApp.DB : TestApp.FILES;
            holders.computeIfAbsent(volume, _ -> new ArrayList<>())
                    .add(new Holder("container", instance.id(), instance.name(), true, true, true));
        }
        return this;
    }

    Observation observe() {
        Capabilities capabilities =
                new Capabilities(
                        false, usable, instant, instant, freeze, startCreatesDisks, true, false);
        return new Observation(
                workload,
                HERE,
                capabilities,
                new AppState(instances),
                disks,
                snapshots,
                owner,
                holders,
                usage,
                NOW,
                "ann@desk");
    }

    private Seen add(
            VolumeName volume,
            String name,
            boolean assigned,
            @Nullable Trash trash,
            String operation,
            long bytes) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        if (!operation.isEmpty()) {
            tags.put("kompox.dev/operation", operation);
        }
        String id = "native-" + volume + "-" + name;
        disks.add(
                new Disk(
                        new DiskRef(TestApp.ID, volume, new DiskName(name)),
                        id,
                        HERE,
                        null,
                        "local",
                        new Source.Blank(),
                        new DiskState.Available(),
                        assigned,
                        trash,
                        0,
                        NOW.minus(Duration.ofDays(30)),
                        tags));
        if (bytes >= 0) {
            usage.put(id, new ByteSize(bytes));
        }
        return this;
    }
}
