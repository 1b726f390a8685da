package dev.kompox.operations.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.engine.Replay;
import dev.kompox.operations.journal.JournalRecord.End;
import dev.kompox.operations.world.Trigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Kill an operation at every point it passes, before and after each call to the world and each
 * append to its journal, then let a new process finish it or undo it, and look at the world. Then
 * do the same again, killing the new process too, at every point that it passes.
 */
public final class KillSweep {

    private final String name;
    private final Supplier<Swept> worlds;
    private int percent = 2;
    private int survivors;
    private int firstSurvivors;

    /** Say what to sweep: a supplier of fresh, equal copies. */
    public KillSweep(String name, Supplier<Swept> worlds) {
        this.name = name;
        this.worlds = worlds;
    }

    /**
     * Let more of the second processes be done before their point comes, where much runs side by
     * side.
     */
    KillSweep tolerating(int survivorsPercent) {
        percent = survivorsPercent;
        return this;
    }

    /** Where a new process takes what the dead one left. */
    enum Way {
        FORWARD,
        BACK
    }

    /**
     * One case: kill at {@code first}, go a way, be killed there at {@code second}, 0 for never.
     */
    private record Case(int first, Way way, int second) {}

    /** Say how much was covered. */
    public record Report(String name, int points, int kills, int secondKills, int ofPossible) {
        @Override
        public String toString() {
            return "kill sweep %s: %d points, %d cases, %d of %d second kills"
                    .formatted(name, points, kills, secondKills, ofPossible);
        }
    }

    /**
     * Sweep.
     *
     * @param most how many second kills to try at most; above that they are drawn by the seed
     */
    public Report run(int most, long seed) {
        int points = passUnharmed();
        List<Case> second = new ArrayList<>();
        int kills = 0;
        for (int point = 1; point <= points; point++) {
            for (Way way : Way.values()) {
                int passed = tryOut(new Case(point, way, 0));
                kills++;
                for (int again = 1; again <= passed; again++) {
                    second.add(new Case(point, way, again));
                }
            }
        }
        int possible = second.size();
        if (possible > most) {
            Collections.shuffle(second, new Random(seed));
            second = second.subList(0, most);
        }
        second.forEach(this::tryOut);
        Report report = new Report(name, points, kills, second.size(), possible);
        assertThat(firstSurvivors).isLessThanOrEqualTo(points * percent / 100);
        assertThat(survivors).isLessThanOrEqualTo(second.size() * percent / 100);
        System.out.println(report + ", seed " + seed);
        return report;
    }

    private int passUnharmed() {
        Swept swept = worlds.get();
        swept.expectBefore();
        Trigger counting = Trigger.none();
        assertThat(swept.process(counting).run(swept.plan())).isInstanceOf(Outcome.Completed.class);
        swept.expectAfter();
        return counting.passed().size();
    }

    /** Try one case; return how many points the second process passed. */
    private int tryOut(Case one) {
        Swept swept = worlds.get();
        Trigger first = Trigger.at(one.first);
        Trigger second = one.second == 0 ? Trigger.none() : Trigger.at(one.second);
        try {
            if (!died(swept, first)) {
                return 0;
            }
            if (one.second == 0) {
                end(swept, one.way, second);
            } else {
                endTwice(swept, one.way, second);
            }
            return second.passed().size();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    name + ", " + one + ", killed " + last(first) + ", then " + last(second), e);
        }
    }

    /**
     * End in a process that is killed, then in another. Where steps run side by side the order of
     * points is not the same each time, so the second process may be done before its point comes.
     */
    private void endTwice(Swept swept, Way way, Trigger second) {
        try {
            end(swept, way, second);
            survivors++;
        } catch (Trigger.Death e) {
            swept.died();
            end(swept, way, Trigger.none());
        }
    }

    /**
     * Run until death. Where the number of points depends on how long things took, as that of the
     * rounds of a move does, the last of them may not come; then the operation ended as it should.
     */
    private boolean died(Swept swept, Trigger trigger) {
        Outcome outcome;
        try {
            outcome = swept.process(trigger).run(swept.plan());
        } catch (Trigger.Death e) {
            swept.died();
            return true;
        }
        assertThat(outcome).isInstanceOf(Outcome.Completed.class);
        swept.expectAfter();
        firstSurvivors++;
        return false;
    }

    static void die(Swept swept, Trigger trigger) {
        assertThatThrownBy(() -> swept.process(trigger).run(swept.plan()))
                .isInstanceOf(Trigger.Death.class);
        swept.died();
    }

    /** Let a process finish it or undo it, and look at the world. */
    static void end(Swept swept, Way way, Trigger trigger) {
        Engine engine = swept.process(trigger);
        List<Replay> open = engine.unfinished();
        if (open.isEmpty()) {
            expectEnded(swept, way, engine);
            return;
        }
        assertThat(open).hasSize(1);
        OperationId id = open.getFirst().header().operation();
        boolean committed = open.getFirst().committed();
        if (way == Way.BACK && committed) {
            assertThatThrownBy(() -> engine.rollback(id)).isInstanceOf(Refusal.class);
        }
        boolean undo = way == Way.BACK && !committed;
        boolean undone = undo && !commitHadHappened(swept, engine, id);
        boolean back = undone || open.getFirst().rollingBack();
        if (!undone) {
            assertThat(engine.resume(id))
                    .isInstanceOf(back ? Outcome.RolledBack.class : Outcome.Completed.class);
        }
        expectEnd(swept, id, back ? End.ROLLED_BACK : End.COMPLETED);
        expectNothingOpen(swept);
    }

    /**
     * Roll back, unless it turns out that the change of the world that commits had happened; then
     * that is refused, and the journal says so.
     */
    private static boolean commitHadHappened(Swept swept, Engine engine, OperationId id) {
        try {
            assertThat(engine.rollback(id)).isInstanceOf(Outcome.RolledBack.class);
            return false;
        } catch (Refusal e) {
            assertThat(new Replay(swept.journals().read(id).records()).committed()).isTrue();
            return true;
        }
    }

    /** What had not begun can be begun; what had ended has ended. */
    private static void expectEnded(Swept swept, Way way, Engine engine) {
        if (!swept.journals().list().isEmpty()) {
            OperationId id = swept.journals().list().getLast();
            End end = new Replay(swept.journals().read(id).records()).ended().orElseThrow().end();
            expectEnd(swept, id, end);
            return;
        }
        swept.expectBefore();
        if (way == Way.FORWARD) {
            assertThat(engine.run(swept.plan())).isInstanceOf(Outcome.Completed.class);
            swept.expectAfter();
        }
    }

    private static void expectEnd(Swept swept, OperationId id, End end) {
        Replay replay = new Replay(swept.journals().read(id).records());
        assertThat(replay.ended())
                .hasValueSatisfying(ended -> assertThat(ended.end()).isEqualTo(end));
        if (end == End.ROLLED_BACK) {
            swept.expectBefore();
        } else {
            assertThat(end).isEqualTo(End.COMPLETED);
            swept.expectAfter();
        }
    }

    private static void expectNothingOpen(Swept swept) {
        assertThat(swept.process(Trigger.none()).unfinished()).isEmpty();
    }

    private static String last(Trigger trigger) {
        return trigger.dead() ? trigger.passed().getLast() : "never";
    }
}
