package dev.kompox.operations.plan;

import static dev.kompox.operations.plan.PlanCases.DB;
import static dev.kompox.operations.plan.PlanCases.FILES;
import static dev.kompox.operations.plan.PlanCases.POINT;
import static dev.kompox.operations.plan.PlanCases.WEEK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.world.TestApp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void refusesToWorkOnAnAppThatLivesElsewhere() {
        Seen seen =
                PlanCases.point(Seen.running())
                        .spare(DB, "spare")
                        .trashed(DB, "old", "rs-11111", 1)
                        .ownedAt(new Location("aws", "tokyo", "a"));
        List<Function<Observation, Plan>> plans =
                List.of(
                        RefusalTest::snapshot,
                        RefusalTest::restore,
                        RefusalTest::assign,
                        RefusalTest::undo,
                        s -> DeployPlan.of(s, List.of(), StartRequest.ALL),
                        s -> RunPlans.start(s, List.of()),
                        s -> RunPlans.restart(s, List.of()));
        for (Function<Observation, Plan> plan : plans) {
            refused(
                    seen,
                    plan,
                    "shop lives on aws/tokyo/a since 2026-03-01T00:00:00Z"
                            + " (epoch 4, by ann@desk up-00000)",
                    "Work there with: kompox --on aws/tokyo/a status\n"
                            + "To bring it back with its data: kompox move --to docker/default");
        }
        assertThat(snapshot(Seen.running().ownedAt(Seen.HERE).observe()).empty()).isFalse();
    }

    @Test
    void refusesWhileSomethingForeignWrites() {
        Seen seen =
                PlanCases.point(Seen.running())
                        .spare(DB, "spare")
                        .trashed(DB, "old", "rs-11111", 1)
                        .heldByItself()
                        .held(DB, "backup", false, true, true);
        List<Function<Observation, Plan>> plans =
                List.of(
                        RefusalTest::snapshot,
                        RefusalTest::restore,
                        RefusalTest::assign,
                        RefusalTest::undo,
                        s -> DestroyPlan.of(s, new DestroyPlan.Wish(true, WEEK, false)),
                        s -> create(s, new Source.OfDisk(ref("main"))));
        for (Function<Observation, Plan> plan : plans) {
            refused(
                    seen,
                    plan,
                    "volume db is in use by container backup, which is not of this app",
                    "Stop it first: docker stop backup");
        }
    }

    @Test
    void refusesWhileAnOrphanOfTheAppWrites() {
        refused(
                Seen.running().held(FILES, "shop-old-1", true, true, true),
                RefusalTest::snapshot,
                "volume files is in use by container shop-old-1, a one-off or orphan of this app",
                "Stop it first: docker stop shop-old-1");
    }

    @Test
    void toleratesWhoOnlyReadsOrIsStopped() {
        Seen seen =
                Seen.running()
                        .heldByItself()
                        .held(DB, "reader", false, false, true)
                        .held(DB, "stopped", false, true, false);
        assertThat(snapshot(seen.observe()).empty()).isFalse();
    }

    @Test
    void refusesToReplaceADiskThatSomethingForeignReads() {
        Seen seen =
                PlanCases.point(Seen.running())
                        .spare(DB, "spare")
                        .trashed(DB, "old", "rs-11111", 1)
                        .heldByItself()
                        .held(DB, "reader", false, false, true);
        for (Function<Observation, Plan> plan :
                List.<Function<Observation, Plan>>of(
                        RefusalTest::restore,
                        RefusalTest::assign,
                        RefusalTest::undo,
                        s -> DestroyPlan.of(s, new DestroyPlan.Wish(true, WEEK, false)))) {
            refused(
                    seen,
                    plan,
                    "volume db is in use by container reader, which is not of this app",
                    "Stop it first: docker stop reader");
        }
    }

    @Test
    void offersAWayBackOnlyWhereUndoingBringsEverythingBack() {
        Observation seen = PlanCases.point(Seen.running()).spare(DB, "spare").observe();
        Change made = new Change("service", "db", Change.Verb.CREATE, "not there yet");
        StartRequest wish = new StartRequest(List.of(), false, false, false);

        assertThat(restore(seen).goesBack()).isTrue();
        assertThat(assign(seen).goesBack()).isTrue();
        assertThat(DeployPlan.of(seen, List.of(made), wish).goesBack()).isFalse();
    }

    @Test
    void refusesASecondRestorePointOfOneName() {
        refused(
                PlanCases.point(Seen.running()),
                RefusalTest::snapshot,
                "there is a restore point \"before-upgrade\" already",
                "Choose another name, or: kompox snapshot delete before-upgrade");
    }

    @Test
    void refusesToSnapshotWhatIsNotThere() {
        refused(
                Seen.running(),
                s -> SnapshotPlan.of(s, PlanCases.wish(false, new VolumeName("mail"))),
                "shop has no volume \"mail\"; it has db, files",
                "kompox disk list");
        refused(
                new Seen().disk(DB, "main", 1),
                s -> SnapshotPlan.of(s, PlanCases.wish(false, FILES)),
                "volume files has no disk yet",
                "kompox up");
        refused(new Seen(), RefusalTest::snapshot, "shop has no disks yet", "kompox up");
        refused(
                new Seen().workload(TestApp.with(new LinkedHashMap<>())),
                RefusalTest::snapshot,
                "shop has no volumes: there is nothing to keep",
                "kompox explain volumes");
    }

    @Test
    void refusesToFreezeWhereThatCannotBeDone() {
        refused(
                Seen.running().withoutFreeze(),
                s -> SnapshotPlan.of(s, PlanCases.wish(true)),
                "the app cannot be frozen here: docker/default sets no watchdog",
                "kompox snapshot create");
    }

    @Test
    void refusesToRestoreWhatIsNotThere() {
        refused(
                Seen.running(),
                RefusalTest::restore,
                "there is no restore point \"before-upgrade\"",
                "kompox snapshot list");
        refused(
                Seen.running().snapshot("monday", DB).snapshot("friday", DB),
                RefusalTest::restore,
                "there is no restore point \"before-upgrade\"; there are friday, monday",
                "kompox snapshot list");
    }

    @Test
    void refusesToRestoreAnIncompleteRestorePoint() {
        Seen seen = Seen.running();
        List<VolumeName> both = List.of(DB, FILES);
        seen.snapshot("before-upgrade", DB, both, new SnapshotState.Usable(), 1);
        seen.snapshot("before-upgrade", FILES, both, new SnapshotState.Creating(), 1);
        refused(
                seen,
                RefusalTest::restore,
                "restore point before-upgrade is incomplete: files missing",
                "kompox snapshot list");
    }

    @Test
    void refusesToRestoreAVolumeThatThePointDoesNotHold() {
        refused(
                Seen.running().snapshot("before-upgrade", DB),
                s -> RestorePlan.of(s, new RestorePlan.Wish(POINT, List.of(FILES), WEEK)),
                "restore point before-upgrade does not hold volume \"files\"; it holds db",
                "kompox snapshot show before-upgrade");
    }

    @Test
    void refusesToRestoreAVolumeThatTheProjectLost() {
        refused(
                Seen.running().snapshot("before-upgrade", DB, new VolumeName("mail")),
                RefusalTest::restore,
                "restore point before-upgrade holds volume mail, which the project no longer has",
                "Restore the others only: kompox restore before-upgrade --volume NAME");
    }

    @Test
    void refusesToUndoWhenNothingWasReplaced() {
        Seen deleted =
                Seen.running()
                        .trashed(DB, "clone", "de-11111", 1)
                        .trashed(DB, "gone", "dn-11111", 1)
                        .spare(DB, "x");
        for (Seen seen : List.of(Seen.running(), deleted)) {
            refused(
                    seen,
                    RefusalTest::undo,
                    "there is nothing to undo: no replaced disk of shop is in the trash",
                    "kompox disk list");
        }
        refused(
                new Seen().trashed(DB, "old", "rs-11111", 1),
                RefusalTest::undo,
                "there is nothing to undo: no replaced disk of shop is in the trash",
                "kompox disk list");
    }

    @Test
    void refusesToUndoHalfOfARestore() {
        refused(
                new Seen()
                        .diskOf("rs-11111", DB, "monday")
                        .diskOf("rs-11111", FILES, "monday")
                        .trashed(DB, "main", "rs-11111", 1),
                RefusalTest::undo,
                "what volume files had before operation rs-11111 is gone for good,"
                        + " so it cannot be undone as a whole",
                "Choose disks one by one: kompox disk list, then kompox disk assign files/NAME");
    }

    @Test
    void refusesToDeleteTheDiskInUse() {
        refused(
                Seen.running(),
                s -> DiskPlans.delete(s, DB, new DiskName("main"), WEEK),
                "disk db/main is the one that volume db uses",
                "Assign another first: kompox disk assign db/NAME, or take the app down with its"
                        + " disks: kompox down --disks");
    }

    @Test
    void refusesDisksThatAreNotThere() {
        List<Function<Observation, Plan>> plans =
                List.of(
                        RefusalTest::assign,
                        s -> DiskPlans.delete(s, DB, new DiskName("spare"), Duration.ZERO),
                        s -> DiskPlans.undelete(s, DB, new DiskName("spare")),
                        s -> create(s, new Source.OfDisk(ref("spare"))));
        for (Function<Observation, Plan> plan : plans) {
            refused(Seen.running(), plan, "volume db has no disk \"spare\"", "kompox disk list");
        }
    }

    @Test
    void refusesToMakeADiskThatIsThereOrOfNoVolumeOrOfNothing() {
        refused(
                Seen.running().spare(DB, "copy"),
                s -> create(s, new Source.Blank()),
                "volume db has a disk \"copy\" already",
                "Choose another name, see: kompox disk list");
        refused(
                Seen.running(),
                s ->
                        DiskCreatePlan.of(
                                s,
                                new DiskCreatePlan.Wish(
                                        new VolumeName("mail"),
                                        new DiskName("copy"),
                                        new Source.Blank(),
                                        null)),
                "shop has no volume \"mail\"; it has db, files",
                "kompox disk list");
        refused(
                Seen.running(),
                s -> create(s, new Source.OfSnapshot(new SnapshotRef(TestApp.ID, DB, POINT))),
                "there is no snapshot db@before-upgrade",
                "kompox snapshot list");
    }

    @Test
    void refusesToDeleteARestorePointThatIsNotThere() {
        refused(
                PlanCases.point(Seen.running()),
                s -> SnapshotDeletePlan.of(s, List.of(POINT, new SnapshotName("x"))),
                "there is no restore point \"x\"",
                "kompox snapshot list");
    }

    @Test
    void refusesServicesThatAreNotThere() {
        List<Function<Observation, Plan>> plans =
                List.of(
                        s -> RunPlans.stop(s, List.of("mail")),
                        s -> RunPlans.start(s, List.of("mail")),
                        s -> RunPlans.restart(s, List.of("mail")));
        for (Function<Observation, Plan> plan : plans) {
            refused(
                    Seen.running(),
                    plan,
                    "shop has no service \"mail\"; it has db, web, worker",
                    "kompox ps");
        }
    }

    @Test
    void refusesToStartWhatWasNeverUp() {
        refused(
                new Seen().instance("db", Phase.EXITED),
                s -> RunPlans.start(s, List.of("web")),
                "web has no containers to start",
                "kompox up");
        refused(
                new Seen(),
                s -> RunPlans.start(s, List.of()),
                "shop has no containers to start",
                "kompox up");
    }

    private static Plan snapshot(Observation seen) {
        return SnapshotPlan.of(seen, PlanCases.wish(false));
    }

    private static Plan restore(Observation seen) {
        return RestorePlan.of(seen, new RestorePlan.Wish(POINT, List.of(), WEEK));
    }

    private static Plan assign(Observation seen) {
        return DiskPlans.assign(seen, DB, new DiskName("spare"));
    }

    private static Plan undo(Observation seen) {
        return RestorePlan.undo(seen, WEEK);
    }

    private static Plan create(Observation seen, Source source) {
        return DiskCreatePlan.of(
                seen, new DiskCreatePlan.Wish(DB, new DiskName("copy"), source, null));
    }

    private static DiskRef ref(String name) {
        return new DiskRef(TestApp.ID, DB, new DiskName(name));
    }

    private static void refused(
            Seen seen, Function<Observation, Plan> plan, String sentence, String remedy) {
        assertThatThrownBy(() -> plan.apply(seen.observe()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.sentence()).isEqualTo(sentence);
                            assertThat(refusal.remedy()).isEqualTo(remedy);
                        });
    }
}
