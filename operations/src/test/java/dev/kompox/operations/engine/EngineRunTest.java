package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.operations.event.Event;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.journal.JournalText;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.world.FakePlan;
import dev.kompox.operations.world.ManualTime;
import dev.kompox.operations.world.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineRunTest {

    @TempDir Path directory;
    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(directory);
    }

    @Test
    void runsStepsInOrderAndJournalsEachBeforeAndAfter() {
        Outcome outcome = rig.run(new FakePlan().make("a").make("b", "make a"));
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.world.calls()).containsExactly("make a", "make b");
        assertThat(rig.records())
                .containsExactly(
                        "header",
                        "intent make a #1",
                        "result make a",
                        "intent make b #1",
                        "result make b",
                        "ended COMPLETED");
    }

    @Test
    void runsIndependentStepsSideBySideAndJournalsResultsInPlanOrder() {
        rig.run(new FakePlan().make("c").make("a").make("b").set("r", "0", "1", "make a"));
        assertThat(rig.world.calls().subList(0, 3))
                .containsExactlyInAnyOrder("make a", "make b", "make c");
        assertThat(rig.records())
                .containsExactly(
                        "header",
                        "intent make c #1",
                        "intent make a #1",
                        "intent make b #1",
                        "result make c",
                        "result make a",
                        "result make b",
                        "intent set r 1 #1",
                        "result set r 1",
                        "ended COMPLETED");
    }

    @Test
    void handsResultsOnAndReturnsThem() {
        Outcome outcome = rig.run(new FakePlan().make("a").makeAfter("b", "make a", "make a"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Completed.class,
                        completed -> {
                            assertThat(completed.results())
                                    .containsExactly(
                                            result("make a", "a"), result("make b", "b after a"));
                            assertThat(completed.operation().value()).startsWith("fk-");
                            assertThat(completed.plan().title()).isEqualTo("do it");
                        });
    }

    @Test
    void passesTheCommitPointOnceAndOnlyAfterEverythingBeforeIt() {
        rig.run(new FakePlan().make("a").commit().set("r", "0", "1"));
        assertThat(rig.records())
                .containsExactly(
                        "header",
                        "intent make a #1",
                        "result make a",
                        "committed",
                        "intent set r 1 #1",
                        "result set r 1",
                        "ended COMPLETED");
        assertThat(rig.events).filteredOn(Event.Committed.class::isInstance).hasSize(1);
    }

    @Test
    void runsAPlanThatCannotBeUndoneAtAll() {
        rig.world.putThing("a", "somebody");
        rig.run(new FakePlan().commit().drop("a"));
        assertThat(rig.world.things()).isEmpty();
        assertThat(rig.records())
                .containsExactly(
                        "header",
                        "committed",
                        "intent drop a #1",
                        "result drop a",
                        "ended COMPLETED");
    }

    @Test
    void completesAnEmptyPlan() {
        assertThat(rig.run(new FakePlan())).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.records()).containsExactly("header", "ended COMPLETED");
    }

    @Test
    void writesWhoWhatAndWhenIntoTheHeader() {
        Plan plan = new FakePlan().make("a").plan();
        Outcome outcome = rig.engine().run(plan);
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.journals.only().getFirst())
                .isEqualTo(
                        new JournalRecord.Header(
                                ManualTime.START,
                                JournalText.FORMAT,
                                ((Outcome.Completed) outcome).operation(),
                                "app-1",
                                3,
                                "ann@desk",
                                "0.1.0",
                                PlanCodec.hash(plan),
                                PlanCodec.encode(plan)));
    }

    @Test
    void namesOperationAndStepInEveryToken() {
        OperationId id = ((Outcome.Completed) rig.run(new FakePlan().make("a"))).operation();
        assertThat(rig.journals.only().get(1))
                .isInstanceOfSatisfying(
                        JournalRecord.Intent.class,
                        intent -> assertThat(intent.token()).isEqualTo(id + "/make a"));
        assertThat(rig.world.things()).containsEntry("a", id.value());
    }

    @Test
    void tellsTheTreeOfEvents() {
        OperationId id = ((Outcome.Completed) rig.run(new FakePlan().make("a"))).operation();
        List<String> root = List.of(id.value());
        List<String> step = List.of(id.value(), "make a");
        assertThat(rig.events)
                .containsExactly(
                        new Event.Started(root, ManualTime.START, "do it", false),
                        new Event.Started(step, ManualTime.START, "title of make a", false),
                        new Event.Done(step, ManualTime.START, "title of make a", Duration.ZERO),
                        new Event.Done(root, ManualTime.START, "do it", Duration.ZERO));
    }

    private static Map.Entry<StepId, Fields> result(String step, String made) {
        return Map.entry(new StepId(step), Fields.of("made", made));
    }
}
