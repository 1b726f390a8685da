package dev.kompox.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.bytes.Program;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;

/** The calls that change something, for a world with a running app, a disk and a snapshot. */
final class Changes {

    static final SnapshotName POINT = new SnapshotName("point");

    /** What is done, and the name of the call that does it. */
    record Change(String title, String call, BiConsumer<LabWorld, LabDriver> work) {

        @Override
        public String toString() {
            return title;
        }
    }

    private Changes() {}

    static List<Change> all() {
        return List.of(
                new Change(
                        "blank",
                        "disks.ensure",
                        (world, driver) -> make(world, driver, new Source.Blank())),
                new Change(
                        "copy",
                        "disks.ensure",
                        (world, driver) ->
                                make(world, driver, new Source.OfDisk(Shop.disk("other")))),
                new Change(
                        "of snapshot",
                        "disks.ensure",
                        (world, driver) ->
                                make(
                                        world,
                                        driver,
                                        new Source.OfSnapshot(
                                                new SnapshotRef(Shop.APP, Shop.DB, POINT)))),
                new Change(
                        "assign",
                        "disks.assign",
                        (world, driver) -> {
                            stop(world, driver);
                            Disk disk =
                                    driver.disks()
                                            .orElseThrow()
                                            .assign(Shop.disk("other"), Shop.call(world, "op"));
                            assertThat(disk.assigned()).isTrue();
                        }),
                new Change(
                        "unassign",
                        "disks.unassign",
                        (world, driver) -> {
                            stop(world, driver);
                            Disk disk =
                                    driver.disks()
                                            .orElseThrow()
                                            .unassign(Shop.disk("main"), Shop.call(world, "op"));
                            assertThat(disk.assigned()).isFalse();
                        }),
                new Change(
                        "resize",
                        "disks.resize",
                        (world, driver) -> {
                            ByteSize size = new ByteSize(3L << 30);
                            Disk disk =
                                    driver.disks()
                                            .orElseThrow()
                                            .resize(
                                                    Shop.disk("main"),
                                                    size,
                                                    Shop.call(world, "op"));
                            assertThat(disk.size()).isEqualTo(size);
                        }),
                new Change(
                        "trash",
                        "disks.delete",
                        (world, driver) ->
                                delete(world, driver, new Deletion.ToTrash(Instant.MAX))),
                new Change(
                        "delete",
                        "disks.delete",
                        (world, driver) -> delete(world, driver, Shop.FOR_GOOD)),
                new Change(
                        "snapshot",
                        "snapshots.ensure",
                        (world, driver) ->
                                assertThat(Shop.snapshot(world, driver, "another", "other").tags())
                                        .containsEntry(Tags.OPERATION, "snapshot")),
                new Change(
                        "delete snapshot",
                        "snapshots.delete",
                        (world, driver) ->
                                driver.snapshots()
                                        .orElseThrow()
                                        .delete(Shop.APP, POINT, Shop.call(world, "op"))),
                new Change(
                        "own",
                        "records.swap",
                        (world, driver) -> {
                            OwnershipRecord next =
                                    new OwnershipRecord(
                                            Shop.APP,
                                            1,
                                            world.location(),
                                            new LinkedHashMap<>(),
                                            Instant.EPOCH,
                                            "ann");
                            assertThat(
                                            driver.records()
                                                    .orElseThrow()
                                                    .swap(
                                                            Versioned.ABSENT,
                                                            next,
                                                            Shop.call(world, "op"))
                                                    .value())
                                    .isEqualTo(next);
                        }),
                new Change("stop", "runtime.stop", Changes::stop),
                new Change(
                        "start again",
                        "runtime.startAgain",
                        (world, driver) -> {
                            stop(world, driver);
                            driver.runtime()
                                    .orElseThrow()
                                    .startAgain(
                                            Shop.workload(), ids(driver), Shop.call(world, "op"));
                        }),
                new Change(
                        "start",
                        "runtime.start",
                        (world, driver) -> {
                            stop(world, driver);
                            assertThat(
                                            driver.runtime()
                                                    .orElseThrow()
                                                    .start(
                                                            Shop.workload(),
                                                            StartRequest.ALL,
                                                            Shop.call(world, "op"))
                                                    .anyAlive())
                                    .isTrue();
                        }),
                new Change(
                        "remove",
                        "runtime.remove",
                        (world, driver) ->
                                driver.runtime()
                                        .orElseThrow()
                                        .remove(Shop.workload(), false, Shop.call(world, "op"))),
                new Change("copy tree", "bytes.run", Changes::copyTree));
    }

    private static void make(LabWorld world, LabDriver driver, Source source) {
        DiskSpec spec = new DiskSpec(Shop.disk("new"), null, world.location(), null, source);
        Disk made = driver.disks().orElseThrow().ensure(spec, Shop.call(world, "op"));
        assertThat(made.source()).isEqualTo(source);
    }

    private static void delete(LabWorld world, LabDriver driver, Deletion how) {
        driver.disks().orElseThrow().delete(Shop.disk("other"), how, Shop.call(world, "op"));
    }

    private static void stop(LabWorld world, LabDriver driver) {
        var _ =
                driver.runtime()
                        .orElseThrow()
                        .stop(Shop.workload(), List.of(), Shop.call(world, "op"));
    }

    private static List<String> ids(LabDriver driver) {
        return driver.runtime().orElseThrow().observe(Shop.workload()).instances().stream()
                .map(InstanceState::id)
                .toList();
    }

    private static void copyTree(LabWorld world, LabDriver driver) {
        List<Mount> mounts =
                List.of(
                        Mount.reading("from", new SnapshotRef(Shop.APP, Shop.DB, POINT)),
                        Mount.writing("to", Shop.disk("other")));
        Streams streams =
                Streams.Piped.to(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        try (var helper = driver.bytes().orElseThrow().open(mounts, Shop.call(world, "op"))) {
            int code =
                    helper.run(new Program.CopyTree("from", "to"), streams, Shop.call(world, "op"));
            assertThat(code).isZero();
        }
    }
}
