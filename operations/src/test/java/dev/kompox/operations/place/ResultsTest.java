package dev.kompox.operations.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.plan.AppFacts;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.step.Place;
import dev.kompox.operations.sweep.Doing;
import dev.kompox.operations.world.MemoryDirectory;
import dev.kompox.operations.world.MemoryJournals;
import dev.kompox.operations.world.TestApp;
import dev.kompox.operations.world.Trigger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What steps report, and how honest it is. */
class ResultsTest {

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    private MemoryGround ground;

    @BeforeEach
    void build() {
        ground = MemoryGround.running(directory);
    }

    @Test
    void reportsHowTheAppStoppedAndHowMuchWasTaken() {
        ground.write(TestApp.DB, "row 2");
        Outcome.Completed done = completed(seen -> Doing.snapshot(seen, false));
        assertThat(result(done, "app.stop"))
                .isEqualTo(
                        Fields.of(
                                "killed",
                                List.of(),
                                "stopped",
                                List.of("shop-worker-1", "shop-web-1", "shop-db-1"),
                                "millis",
                                30L,
                                "began",
                                "2026-03-01T00:00:00.020Z"));
        assertThat(result(done, "snapshot.take"))
                .isEqualTo(Fields.of("bytes", 3L, "consistency", "stopped"));
        assertThat(result(done, "disk.prove-free db").strings("evidence"))
                .singleElement()
                .asString()
                .endsWith(" memory: nobody");
    }

    @Test
    void saysThatSizesAreUnknownInsteadOfGuessing() {
        ground.state().sizesUnknown = true;
        Outcome.Completed done = completed(seen -> Doing.snapshot(seen, false));
        assertThat(result(done, "snapshot.take").number("bytes")).isEqualTo(-1);
    }

    @Test
    void neverCallsASnapshotCleanWhenAWriterHadToBeKilled() {
        ground.state().exitCode = 137;
        Outcome.Completed done = completed(seen -> Doing.snapshot(seen, false));
        assertThat(result(done, "app.stop").strings("killed"))
                .containsExactly("shop-worker-1", "shop-web-1", "shop-db-1");
        assertThat(result(done, "snapshot.take").string("consistency")).isEqualTo("crash-group");
        assertThat(ground.heard())
                .contains("shop-db-1 did not stop within its grace period and was killed");
    }

    /** The answer of the stop is lost, so only the exit codes tell. */
    @ParameterizedTest
    @CsvSource({
        "0,stopped",
        "130,stopped",
        "143,stopped",
        "137,crash-group",
        "1,crash-group",
        ",crash-group"
    })
    void readsFromExitCodesHowWritersEnded(Integer code, String consistency) {
        ground.state().exitCode = code;
        Plan plan = Doing.snapshot(ground.observe(), false);
        MemoryJournals journals = new MemoryJournals();
        Trigger trigger = Trigger.atNamed("after stop", 1);
        try {
            var _ = ground.engine(journals.of(trigger), trigger, new TreeMap<>()).run(plan);
        } catch (Trigger.Death e) {
            assertThat(journals.list()).hasSize(1);
        }
        Outcome outcome =
                ground.engine(journals, Trigger.none(), new TreeMap<>())
                        .resume(journals.list().getFirst());
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        assertThat(result((Outcome.Completed) outcome, "snapshot.take").string("consistency"))
                .isEqualTo(consistency);
    }

    @Test
    void throwsAwayWhatWasCopiedAcrossABrokenFreeze() {
        ground.state().breakFreeze = true;
        String before = ground.look();
        assertThat(run(seen -> Doing.snapshot(seen, true)))
                .isInstanceOfSatisfying(
                        Outcome.RolledBack.class,
                        back ->
                                assertThat(back.cause())
                                        .satisfies(cause -> {
                                            assertThat(cause.sentence())
                                                    .isEqualTo(
                                                            "the app was thawed after 60 s, before"
                                                                    + " everything was copied");
                                            assertThat(cause.remedy())
                                                    .isEqualTo(
                                                            "Allow more time: kompox snapshot create"
                                                                    + " --frozen"
                                                                    + " --freeze-limit 240s");
                                        }));
        assertThat(ground.look()).isEqualTo(before);
    }

    @Test
    void reportsHowLongAFreezeHeld() {
        Outcome.Completed done = completed(seen -> Doing.snapshot(seen, true));
        assertThat(result(done, "snapshot.take-frozen"))
                .isEqualTo(Fields.of("bytes", 2L, "consistency", "frozen", "heldMillis", 20L));
    }

    @Test
    void keepsEpochAndBeginningWhenTheOwnerStaysTheSame() {
        OwnershipRecord first = owner();
        assertThat(first.epoch()).isEqualTo(1);
        Outcome.Completed snapshot = completed(seen -> Doing.snapshot(seen, false));
        assertThat(owner()).isEqualTo(first);
        Outcome.Completed restore = completed(Doing::restore);
        Instant since = first.since();
        assertThat(owner().epoch()).isEqualTo(1);
        assertThat(owner().since()).isEqualTo(since);
        assertThat(owner().by()).isEqualTo("ann " + restore.operation());
        assertThat(restore.operation()).isNotEqualTo(snapshot.operation());
    }

    @Test
    void readsThePlaceOfTheApp() {
        AppFacts facts = new AppFacts(new Place(new MemoryPlace(ground.state()), TestApp.shop()));
        assertThat(facts.read("place of the app")).isEqualTo("memory/default, epoch 1");
        ground.state().record = null;
        assertThat(facts.read("place of the app")).isEqualTo("absent");
        assertThat(facts.read("disk of db")).isEqualTo("main");
        assertThat(facts.read("disk of files")).isEqualTo("data");
        assertThat(facts.read("disk of mail")).isEqualTo("absent");
        assertThat(facts.read("disk db/main")).isEqualTo("present");
        assertThat(facts.read("snapshot db@x")).isEqualTo("absent");
        ground.removeContainers();
        assertThat(facts.read("running instances")).isEqualTo("none");
    }

    private OwnershipRecord owner() {
        return new MemoryPlace(ground.state())
                .records()
                .orElseThrow()
                .read(TestApp.ID)
                .orElseThrow()
                .value();
    }

    private Outcome.Completed completed(Function<Observation, Plan> planner) {
        Outcome outcome = run(planner);
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        return (Outcome.Completed) outcome;
    }

    private Outcome run(Function<Observation, Plan> planner) {
        return ground.engine(new MemoryJournals(), Trigger.none(), new TreeMap<>())
                .run(planner.apply(ground.observe()));
    }

    private static Fields result(Outcome.Completed done, String step) {
        Fields result = done.results().get(new StepId(step));
        assertThat(result).as(step).isNotNull();
        return result == null ? Fields.NONE : result;
    }
}
