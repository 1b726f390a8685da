package dev.kompox.operations.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kompox.driver.Capabilities;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.lab.Traits;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.plan.MoveObservation;
import dev.kompox.operations.plan.MovePlan;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.world.MemoryDirectory;
import dev.kompox.operations.world.TestApp;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a move would do, and what it refuses to begin. */
class MovePlanTest {

    private static final Location THIRD = Location.of("lab", "third");

    @TempDir(factory = MemoryDirectory.class)
    private Path directory;

    private MoveObservation seen;
    private Observation from;
    private Observation to;

    @BeforeEach
    void observe() {
        seen = MoveGround.running(Traits.engine(), Traits.cloud(), directory).seen();
        from = seen.source();
        to = seen.target();
    }

    @Test
    void doesEverythingSlowBeforeItStopsTheApp() {
        Plan plan = MovePlan.of(seen, MoveGround.WISH);

        assertThat(plan.reversible().stream().map(step -> step.id().value()))
                .containsExactly(
                        "target.owner.point",
                        "target.disk.create db",
                        "target.disk.create files",
                        "target.app.prepare",
                        "move.seed",
                        "app.stop",
                        "app.fence",
                        "disk.prove-free db",
                        "disk.prove-free files",
                        "move.finish",
                        "target.app.unseal",
                        "target.disk.assign db",
                        "target.disk.assign files",
                        "target.app.start",
                        "app.still-stopped",
                        "owner.commit");
        assertThat(plan.steps().subList(plan.committed(), plan.steps().size()))
                .extracting(step -> step.id().value())
                .containsExactly(
                        "target.owner.take",
                        "app.remove",
                        "disk.unassign db",
                        "disk.trash db",
                        "disk.unassign files",
                        "disk.trash files",
                        "app.seal");
        assertThat(plan.goesBack()).isTrue();
        assertThat(plan.onFailure()).isEqualTo(Plan.OnFailure.ROLL_BACK);
    }

    @Test
    void commitsWithTheNextEpochAndTheDisksOfTheTarget() {
        PlannedStep commit = step(MovePlan.of(seen, MoveGround.WISH), "owner.commit");

        assertThat(commit.reversal()).isEqualTo(PlannedStep.Reversal.COMMITS);
        assertThat(commit.title()).isEqualTo("commit: epoch 1 to 2");
        assertThat(commit.arguments().number("epoch")).isEqualTo(2);
        assertThat(commit.arguments().object("place").string("region")).isEqualTo("new");
        assertThat(commit.arguments().object("disks").string("db")).isEqualTo("main");
        assertThat(commit.arguments().string("stop")).isEqualTo("app.stop");
    }

    @Test
    void bringsImagesFirstIfTheTargetLacksAny() {
        MoveObservation lacking =
                new MoveObservation(from, to, false, List.of(), List.of("db:1"), "", "relay");

        Plan plan = MovePlan.of(lacking, MoveGround.WISH);

        assertThat(plan.steps().getFirst().title()).isEqualTo("bring image db:1");
    }

    @Test
    void carriesTheWishesToTheSteps() {
        Plan plan =
                MovePlan.of(seen, new MovePlan.Wish(Duration.ofSeconds(9), 5, Duration.ofDays(2)));

        assertThat(step(plan, "move.seed").arguments().number("maxRounds")).isEqualTo(5);
        assertThat(step(plan, "move.seed").arguments().number("maxDowntimeMillis")).isEqualTo(9000);
        assertThat(step(plan, "disk.trash db").arguments().number("keepSeconds"))
                .isEqualTo(172_800);
        assertThat(step(plan, "disk.trash db").title()).endsWith("for 2 days");
    }

    @Test
    void predictsTheDowntimeFromWhereTheAppStops() {
        Plan plan = MovePlan.of(seen, MoveGround.WISH);

        assertThat(MovePlan.downtime(plan)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    }

    @Test
    void refusesTheSamePlace() {
        refused(
                new MoveObservation(from, to, true, List.of(), List.of(), "", "relay"),
                "shop is on lab/new already, which is the same place");
    }

    @Test
    void refusesWhatCannotStartThere() {
        refused(
                new MoveObservation(
                        from, to, false, List.of("port 80 is taken"), List.of(), "", "relay"),
                "shop cannot start on lab/new: port 80 is taken");
    }

    @Test
    void refusesAnAppThatLivesElsewhere() {
        refused(with(owned(from, 4, THIRD), to), "shop lives on lab/third since");
    }

    @Test
    void refusesIfTheTargetKnowsOfANewerOwner() {
        refused(with(from, owned(to, 7, THIRD)), "lab/new says that shop lives on lab/third since");
    }

    @Test
    void refusesIfBothSayThatItLivesThere() {
        refused(
                with(from, owned(to, 1, to.location())),
                "lab/new says that shop lives on lab/new since");
    }

    @Test
    void refusesAnotherAppOfThatName() {
        refused(
                with(owned(from, 0, THIRD), owned(to, 1, to.location())),
                "another shop lives on lab/new since");
    }

    @Test
    void goesWhereItOnceWasAndTheRecordIsOlder() {
        assertThat(
                        MovePlan.of(
                                        with(
                                                owned(from, 3, from.location()),
                                                owned(to, 2, from.location())),
                                        MoveGround.WISH)
                                .empty())
                .isFalse();
    }

    @Test
    void refusesIfItRunsThereToo() {
        refused(with(from, running(to)), "shop runs on lab/new too; a move would end it there");
    }

    @Test
    void refusesDirectoriesOfTheMachine() {
        SequencedMap<VolumeName, Slot> slots = new LinkedHashMap<>(TestApp.shop().slots());
        slots.put(TestApp.FILES, new Slot.Directory(Path.of("/srv/shop/files")));
        refused(
                with(of(from, TestApp.with(slots), from.owner()), to),
                "the app writes to /srv/shop/files, a directory of this machine");
    }

    @Test
    void movesDirectoriesBetweenClustersWhereTheyAreDisks() {
        SequencedMap<VolumeName, Slot> slots = new LinkedHashMap<>(TestApp.shop().slots());
        slots.put(TestApp.FILES, new Slot.Directory(Path.of("/srv/shop/files")));
        Workload workload = TestApp.with(slots);
        Observation there = cluster(of(from, workload, from.owner()));

        Plan plan =
                MovePlan.of(with(there, cluster(of(to, workload, to.owner()))), MoveGround.WISH);

        assertThat(step(plan, "target.disk.create files").title()).contains("files");
        refused(
                with(there, of(to, workload, to.owner())),
                "the app writes to /srv/shop/files, a directory of this machine");
    }

    private void refused(MoveObservation observed, String begin) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> MovePlan.of(observed, MoveGround.WISH))
                .withMessageStartingWith(begin);
    }

    private MoveObservation with(Observation source, Observation target) {
        return new MoveObservation(source, target, false, List.of(), List.of(), "", "relay");
    }

    /** The same with another owner; epoch 0 stands for none. */
    private static Observation owned(Observation seen, long epoch, Location place) {
        SequencedMap<VolumeName, DiskName> disks = new LinkedHashMap<>();
        OwnershipRecord owner =
                epoch == 0
                        ? null
                        : new OwnershipRecord(
                                TestApp.ID, epoch, place, disks, Instant.EPOCH, "ann@desk mv-1");
        return of(seen, seen.workload(), owner);
    }

    private Observation running(Observation seen) {
        return of(seen, seen.workload(), seen.capabilities(), from.state(), seen.owner());
    }

    private static Observation of(
            Observation seen, Workload workload, @Nullable OwnershipRecord owner) {
        return of(seen, workload, seen.capabilities(), seen.state(), owner);
    }

    /** The same where starting an app does not make its disks. */
    private static Observation cluster(Observation seen) {
        Capabilities all = seen.capabilities();
        Capabilities without =
                new Capabilities(
                        all.groupedSnapshots(),
                        all.snapshotsUsable(),
                        all.instantCopies(),
                        all.instantAssign(),
                        all.freeze(),
                        false,
                        all.singleServices(),
                        all.resize());
        return of(seen, seen.workload(), without, seen.state(), seen.owner());
    }

    private static Observation of(
            Observation seen,
            Workload workload,
            Capabilities capabilities,
            AppState state,
            @Nullable OwnershipRecord owner) {
        return new Observation(
                workload,
                seen.location(),
                capabilities,
                state,
                seen.disks(),
                seen.snapshots(),
                owner,
                seen.holders(),
                seen.usage(),
                seen.at(),
                seen.by());
    }

    private static PlannedStep step(Plan plan, String id) {
        return plan.steps().stream()
                .filter(step -> step.id().equals(new StepId(id)))
                .findFirst()
                .orElseThrow();
    }
}
