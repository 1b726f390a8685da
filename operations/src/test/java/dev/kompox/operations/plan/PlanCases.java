package dev.kompox.operations.plan;

import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.world.TestApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every plan whose whole text is kept as a golden file. */
final class PlanCases {

    static final VolumeName DB = TestApp.DB;
    static final VolumeName FILES = TestApp.FILES;
    static final Duration WEEK = Duration.ofDays(7);
    static final SnapshotName POINT = new SnapshotName("before-upgrade");

    private PlanCases() {}

    /** One plan: the name of its folder, what it shows, how it is made. */
    record Case(String name, String shows, Supplier<Plan> plan) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> all() {
        return List.of(
                snapshot("snapshot-stopped", "All writers stop, all volumes.", Seen.running()),
                snapshot("snapshot-of-a-stopped-app", "Nothing runs.", Seen.stopped()),
                new Case(
                        "snapshot-of-one-volume",
                        "Only the services that use the volume stop.",
                        () -> SnapshotPlan.of(Seen.running().observe(), wish(false, FILES))),
                new Case(
                        "snapshot-frozen",
                        "Nothing stops; the freeze lives inside one step.",
                        () -> SnapshotPlan.of(Seen.running().observe(), wish(true))),
                snapshot(
                        "snapshot-beside-others",
                        "Restore points of other names do not matter.",
                        Seen.running().snapshot("monday", DB, FILES)),
                snapshot(
                        "snapshot-usable-later",
                        "The app does not wait for the place to complete it.",
                        Seen.running().later()),
                new Case(
                        "snapshot-frozen-usable-later",
                        "The freeze ends when the snapshots are taken.",
                        () -> SnapshotPlan.of(Seen.running().later().observe(), wish(true))),
                snapshot("snapshot-instant", "Copies take no time.", Seen.running().instant()),
                restore("restore", "Disks are made while the app runs.", point(Seen.running())),
                restore("restore-instant", "Nothing costs.", point(Seen.running()).instant()),
                restore(
                        "restore-again",
                        "A name in use gets a number.",
                        point(Seen.running()).spare(DB, "before-upgrade")),
                new Case(
                        "restore-one-volume",
                        "The other volume keeps its disk.",
                        () ->
                                RestorePlan.of(
                                        point(Seen.running()).observe(),
                                        new RestorePlan.Wish(POINT, List.of(FILES), WEEK))),
                restore(
                        "restore-to-empty-volumes",
                        "There is nothing to keep and nothing to stop.",
                        point(new Seen())),
                new Case(
                        "undo-a-restore",
                        "Both disks that the restore replaced come back; a deleted one does not.",
                        () ->
                                RestorePlan.undo(
                                        Seen.running()
                                                .trashed(DB, "old", "rs-11111", 5)
                                                .trashed(FILES, "old", "rs-11111", 5)
                                                .trashed(DB, "older", "rs-00000", 9)
                                                .trashed(FILES, "deleted", "de-22222", 1)
                                                .observe(),
                                        WEEK)),
                deploy("deploy-first", "The owner is recorded.", new Seen(), Change.Verb.CREATE),
                deploy(
                        "deploy-change",
                        "The owner is known.",
                        Seen.running().ownedAt(Seen.HERE),
                        Change.Verb.RECREATE),
                deploy("deploy-nothing", "It is up to date.", Seen.running(), Change.Verb.KEEP),
                new Case(
                        "deploy-some-services",
                        "Images are built; only what was named.",
                        () ->
                                DeployPlan.of(
                                        Seen.running().ownedAt(Seen.HERE).observe(),
                                        List.of(),
                                        new StartRequest(List.of("web"), true, true, true))),
                new Case(
                        "stop",
                        "What is alive stops.",
                        () -> RunPlans.stop(Seen.running().observe(), List.of())),
                new Case(
                        "stop-nothing",
                        "Nothing is alive.",
                        () -> RunPlans.stop(Seen.stopped().observe(), List.of())),
                new Case(
                        "start",
                        "What is stopped starts.",
                        () -> RunPlans.start(Seen.stopped().observe(), List.of())),
                new Case(
                        "start-nothing",
                        "All is alive.",
                        () -> RunPlans.start(Seen.running().observe(), List.of("web"))),
                new Case(
                        "restart",
                        "Only what was named.",
                        () -> RunPlans.restart(Seen.running().observe(), List.of("web", "db"))),
                new Case(
                        "restart-nothing",
                        "Nothing is alive.",
                        () -> RunPlans.restart(Seen.stopped().observe(), List.of())),
                destroy("destroy", "Disks and restore points stay.", running(), false),
                destroy("destroy-disks", "Disks go to the trash.", running(), true),
                destroy(
                        "destroy-disks-of-others",
                        "External volumes and directories are never touched.",
                        running().workload(foreign()),
                        true),
                destroy(
                        "destroy-disks-of-directories",
                        "On a cluster a directory is a disk.",
                        running().workload(foreign()).cluster(),
                        true),
                new Case(
                        "assign",
                        "The disk there now is left as it is.",
                        () -> DiskPlans.assign(spare().observe(), DB, new DiskName("spare"))),
                new Case(
                        "assign-from-the-trash",
                        "It comes out of the trash first.",
                        () ->
                                DiskPlans.assign(
                                        Seen.running().trashed(DB, "old", "de-1", 2).observe(),
                                        DB,
                                        new DiskName("old"))),
                new Case(
                        "assign-nothing",
                        "It is assigned already.",
                        () -> DiskPlans.assign(spare().observe(), DB, new DiskName("main"))),
                delete("delete-disk", "Into the trash.", WEEK),
                delete("delete-disk-for-hours", "A short term.", Duration.ofHours(36)),
                delete("delete-disk-for-two-days", "In days again.", Duration.ofDays(2)),
                delete("delete-disk-for-a-day", "One day.", Duration.ofDays(1)),
                delete("delete-disk-for-good", "At once.", Duration.ZERO),
                new Case(
                        "undelete-disk",
                        "Out of the trash.",
                        () ->
                                DiskPlans.undelete(
                                        Seen.running().trashed(DB, "old", "de-1", 2).observe(),
                                        DB,
                                        new DiskName("old"))),
                new Case(
                        "undelete-nothing",
                        "It is not in the trash.",
                        () -> DiskPlans.undelete(spare().observe(), DB, new DiskName("spare"))),
                new Case(
                        "expire",
                        "Only what is over its term, to the second.",
                        () ->
                                DiskPlans.expire(
                                        Seen.running()
                                                .trashed(DB, "ripe", "rs-1", 7 * 24)
                                                .trashed(DB, "green", "rs-2", 7 * 24 - 1)
                                                .spare(FILES, "kept")
                                                .observe(),
                                        Seen.NOW)),
                create("clone-a-running-disk", "Its users stop.", disk("main"), Seen.running()),
                create("clone-a-spare-disk", "Nothing stops.", disk("spare"), spare()),
                create("create-blank", "Nothing in it.", new Source.Blank(), Seen.running()),
                create("create-from-native", "As it is.", new Source.Native("x"), Seen.running()),
                create(
                        "create-from-snapshot",
                        "Without a restore.",
                        new Source.OfSnapshot(new SnapshotRef(TestApp.ID, DB, POINT)),
                        point(Seen.running().snapshot("monday", FILES))),
                new Case(
                        "delete-snapshots",
                        "Several at once, for good.",
                        () ->
                                SnapshotDeletePlan.of(
                                        point(Seen.running()).snapshot("other", DB).observe(),
                                        List.of(POINT, new SnapshotName("other")))));
    }

    static SnapshotPlan.Wish wish(boolean frozen, VolumeName... volumes) {
        return new SnapshotPlan.Wish(POINT, List.of(volumes), frozen, Duration.ofSeconds(30));
    }

    static Seen point(Seen seen) {
        return seen.snapshot("before-upgrade", DB, FILES);
    }

    private static Seen running() {
        return point(Seen.running()).ownedAt(Seen.HERE).spare(DB, "spare").heldByItself();
    }

    private static Seen spare() {
        return Seen.running().spare(DB, "spare");
    }

    private static Source disk(String name) {
        return new Source.OfDisk(new DiskRef(TestApp.ID, DB, new DiskName(name)));
    }

    private static Workload foreign() {
        SequencedMap<VolumeName, Slot> slots = new LinkedHashMap<>();
        slots.put(DB, new Slot.EngineVolume("shared_db", true));
        slots.put(FILES, new Slot.Directory(Path.of("/srv/files")));
        return TestApp.with(slots);
    }

    private static Case snapshot(String name, String shows, Seen seen) {
        return new Case(name, shows, () -> SnapshotPlan.of(seen.observe(), wish(false)));
    }

    private static Case restore(String name, String shows, Seen seen) {
        RestorePlan.Wish wish = new RestorePlan.Wish(POINT, List.of(), WEEK);
        return new Case(name, shows, () -> RestorePlan.of(seen.observe(), wish));
    }

    private static Case deploy(String name, String shows, Seen seen, Change.Verb verb) {
        List<Change> changes =
                List.of(
                        new Change("service", "db", Change.Verb.KEEP, "as it is"),
                        new Change("service", "web", verb, "configuration changed"));
        return new Case(
                name, shows, () -> DeployPlan.of(seen.observe(), changes, StartRequest.ALL));
    }

    private static Case destroy(String name, String shows, Seen seen, boolean disks) {
        DestroyPlan.Wish wish = new DestroyPlan.Wish(disks, WEEK, true);
        return new Case(name, shows, () -> DestroyPlan.of(seen.observe(), wish));
    }

    private static Case delete(String name, String shows, Duration keep) {
        return new Case(
                name,
                shows,
                () -> DiskPlans.delete(spare().observe(), DB, new DiskName("spare"), keep));
    }

    private static Case create(String name, String shows, Source source, Seen seen) {
        @Nullable ByteSize size = source instanceof Source.Blank ? new ByteSize(Seen.GIB) : null;
        DiskCreatePlan.Wish wish = new DiskCreatePlan.Wish(DB, new DiskName("copy"), source, size);
        return new Case(name, shows, () -> DiskCreatePlan.of(seen.observe(), wish));
    }
}
