package dev.kompox.lab;

import dev.kompox.compose.model.Healthcheck;
import dev.kompox.compose.model.Mount;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Progress;
import dev.kompox.driver.call.Token;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.manifest.id.AppId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that the tests share. */
final class Shop {

    static final AppId APP = new AppId("local", "lab", "default", "shop");
    static final VolumeName DB = new VolumeName("db");

    static final Deletion FOR_GOOD = new Deletion.ForGood();

    private Shop() {}

    /** Take a snapshot of what the volume finds, promising that nobody writes. */
    static Snapshot snapshot(LabWorld world, String name) {
        return snapshot(world, world.open(), name, "main");
    }

    /** Take a snapshot of a disk, promising that nobody writes. */
    static Snapshot snapshot(LabWorld world, LabDriver driver, String name, String disk) {
        SnapshotSpec spec =
                new SnapshotSpec(
                        APP, new SnapshotName(name), List.of(disk(disk)), Consistency.STOPPED);
        return driver.snapshots().orElseThrow().ensure(spec, call(world, "snapshot")).getFirst();
    }

    /** Return the app: one service, with a health check, on one volume. */
    static Workload workload() {
        MappingNode nothing = MappingNode.empty(new Location("compose.yaml", 1, 1));
        Healthcheck check =
                new Healthcheck(List.of("CMD", "true"), false, null, null, null, null, null);
        Service db =
                new Service(
                        "db",
                        "db:1",
                        false,
                        null,
                        null,
                        null,
                        new LinkedHashMap<>(),
                        List.of(),
                        List.of(new Mount.VolumeMount("db", "/db", false, null, false)),
                        new LinkedHashMap<>(),
                        check,
                        Duration.ofSeconds(10),
                        null,
                        null,
                        1,
                        new LinkedHashMap<>(),
                        List.of(),
                        List.of(),
                        nothing);
        Project project =
                new Project(
                        "shop",
                        Path.of("/srv/shop"),
                        List.of(),
                        List.of(),
                        List.of(),
                        new LinkedHashMap<>(Map.of("db", db)),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        nothing);
        return new Workload(
                APP,
                project,
                new LinkedHashMap<>(Map.of(DB, new Slot.Derived())),
                new LinkedHashMap<>(Map.of(DB, List.of("db"))));
    }

    static DiskRef disk(String name) {
        return new DiskRef(APP, DB, new DiskName(name));
    }

    static DiskSpec blank(LabWorld world, String name) {
        return new DiskSpec(disk(name), null, world.location(), null, new Source.Blank());
    }

    static DiskSpec copy(LabWorld world, String from, String name) {
        Source source = new Source.OfDisk(disk(from));
        return new DiskSpec(disk(name), null, world.location(), null, source);
    }

    static Call call(LabWorld world, String operation) {
        return new Call(
                new Token(operation, "step"),
                world.time().now().plus(Duration.ofMinutes(10)),
                world.time(),
                Progress.none());
    }

    static Class<? extends Category> category(Runnable call) {
        try {
            call.run();
        } catch (DriverException e) {
            return e.category().getClass();
        }
        throw new AssertionError("the call succeeded");
    }
}
