package dev.kompox.operations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.failure.Category;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.world.FakePlan;
import dev.kompox.operations.world.Rig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineRetryTest {

    private static final Category BUSY = new Category.Transient();

    @TempDir Path directory;
    private Rig rig;

    @BeforeEach
    void build() {
        rig = new Rig(directory);
    }

    @Test
    void triesAgainWhatMaySucceedAndLooksFirstWhetherItHas() {
        rig.world.fail("make a", BUSY).fail("make a", BUSY);
        assertThat(rig.run(new FakePlan().make("a"))).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.world.calls())
                .containsExactly("make a", "find a", "make a", "find a", "make a");
        assertThat(rig.records())
                .containsExactly(
                        "header",
                        "intent make a #1",
                        "failed make a #1",
                        "intent make a #2",
                        "failed make a #2",
                        "intent make a #3",
                        "result make a",
                        "ended COMPLETED");
    }

    @Test
    void adoptsWhatHappenedThoughItsAnswerWasLost() {
        rig.world.lose("make a");
        assertThat(rig.run(new FakePlan().make("a"))).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.world.calls()).containsExactly("make a", "find a");
        assertThat(rig.records())
                .contains("failed make a #1", "intent make a #2", "adopted make a");
        assertThat(rig.events).filteredOn(Event.Adopted.class::isInstance).hasSize(1);
        assertThat(rig.events)
                .filteredOn(Event.Started.class::isInstance)
                .extracting(event -> ((Event.Started) event).resumed())
                .containsExactly(false, false, true);
    }

    @Test
    void runsAgainWhatCannotBeVerified() {
        rig.world.lose("set r=1");
        assertThat(rig.run(new FakePlan().set("r", "0", "1")))
                .isInstanceOf(Outcome.Completed.class);
        assertThat(rig.world.calls()).containsExactly("set r=1", "set r=1");
    }

    @Test
    void pausesLongerEachTimeWithinTheBoundsOfItsJitter() {
        for (int i = 0; i < 5; i++) {
            rig.world.fail("make a", BUSY);
        }
        rig.run(new FakePlan().make("a"));
        List<Duration> pauses = rig.time.pauses();
        assertThat(pauses).hasSize(5);
        for (int i = 0; i < 5; i++) {
            long full = 500L << i;
            assertThat(pauses.get(i).toMillis()).isBetween(full / 2, full);
        }
        assertThat(rig.events)
                .filteredOn(Event.Retrying.class::isInstance)
                .extracting(event -> ((Event.Retrying) event).attempt())
                .containsExactly(2, 3, 4, 5, 6);
        assertThat(rig.events)
                .filteredOn(Event.Retrying.class::isInstance)
                .extracting(event -> ((Event.Retrying) event).pause())
                .isEqualTo(pauses);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        for (int i = 0; i < 6; i++) {
            rig.world.fail("make a", BUSY);
        }
        assertThat(rig.run(new FakePlan().make("a"))).isInstanceOf(Outcome.RolledBack.class);
        assertThat(rig.time.pauses()).hasSize(5);
        assertThat(rig.records()).contains("failed make a #6 last").endsWith("ended ROLLED_BACK");
    }

    @Test
    void waitsAsLongAsTheProviderAsks() {
        rig.world.fail("make a", new Category.Throttled(Duration.ofSeconds(77)));
        assertThat(rig.run(new FakePlan().make("a"))).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.time.pauses()).containsExactly(Duration.ofSeconds(77));
    }

    @Test
    void keepsToTheBudgetOfTheWholeOperation() {
        Category slow = new Category.Throttled(Duration.ofMinutes(2));
        rig.world.fail("make a", slow).fail("make b", slow).fail("make c", slow);
        Outcome outcome = rig.run(new FakePlan().make("a").make("b", "make a").make("c", "make b"));
        assertThat(outcome).isInstanceOf(Outcome.RolledBack.class);
        assertThat(rig.time.pauses()).containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(2));
        assertThat(rig.world.things()).isEmpty();
    }

    @Test
    void waitsForTheLongestPauseOfAWaveAndRepeatsOnlyWhatFailed() {
        rig.world
                .fail("make a", new Category.Throttled(Duration.ofSeconds(40)))
                .fail("make c", new Category.Throttled(Duration.ofSeconds(60)));
        Outcome outcome = rig.run(new FakePlan().make("a").make("b").make("c"));
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        assertThat(rig.time.pauses()).containsExactly(Duration.ofSeconds(60));
        assertThat(rig.records().subList(7, 11))
                .containsExactly(
                        "intent make a #2", "intent make c #2", "result make a", "result make c");
    }

    static List<Category> hopeless() {
        return List.of(
                new Category.Conflict("a", "b"),
                new Category.Denied("docker socket"),
                new Category.Quota("space", null, null),
                new Category.Invalid(),
                new Category.NotFound(),
                new Category.InUse(List.of("container x")),
                new Category.Corrupt(),
                new Category.Unsupported("freeze"));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void neverRepeatsWhatCannotSucceed(Category category) {
        rig.world.fail("make a", category);
        assertThat(rig.run(new FakePlan().make("a")))
                .isInstanceOfSatisfying(
                        Outcome.RolledBack.class,
                        back ->
                                assertThat(back.cause())
                                        .isEqualTo(
                                                new FailureReport(
                                                        new StepId("make a"),
                                                        "title of make a",
                                                        category.getClass().getSimpleName(),
                                                        "make a failed",
                                                        "mend make a")));
        assertThat(rig.time.pauses()).isEmpty();
        assertThat(rig.world.calls()).containsOnlyOnce("make a");
    }
}
