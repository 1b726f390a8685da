package dev.kompox.operations.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.lab.Traits;
import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.engine.Replay;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.journal.Journals;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.world.MemoryDirectory;
import dev.kompox.operations.world.Trap;
import dev.kompox.operations.world.Trigger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill operations at every point, then lose records of their journals, too; rebuild, go on or back,
 * and compare bytes.
 */
class MendSweepTest {

    private static final long SEED = 20261124;

    private int undecided;

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    /** Killed going forward at a point, then perhaps going back at another; some records lost. */
    private record Case(int first, int back, int from, int count, KillSweep.Way way) {}

    @Test
    void snapshot() {
        sweep(ground -> ground, seen -> Doing.snapshot(seen, false));
    }

    @Test
    void restore() {
        sweep(LabGround::snapshotThenWrite, Doing::restore);
    }

    @Test
    void destroy() {
        sweep(ground -> ground, Doing::destroy);
    }

    private void sweep(UnaryOperator<LabGround> setup, Function<Observation, Plan> planner) {
        AtomicReference<String> after = new AtomicReference<>("");
        Swept whole = swept(setup, planner, after);
        Trigger counting = Trigger.none();
        var _ = whole.process(counting).run(whole.plan());
        whole.expectAfter();
        List<Case> cases = new ArrayList<>();
        for (int first = 1; first <= counting.passed().size(); first++) {
            for (KillSweep.Way way : KillSweep.Way.values()) {
                for (int from = 1; from <= 40; from++) {
                    cases.add(new Case(first, 0, from, 1, way));
                    cases.add(new Case(first, 0, from, 1 + from % 5, way));
                    cases.add(new Case(first, from, 1 + (first * from) % 30, 2, way));
                }
            }
        }
        Collections.shuffle(cases, new Random(SEED));
        long tried =
                cases.subList(0, Most.of(1500)).stream()
                        .filter(one -> tryOut(one, swept(setup, planner, after)))
                        .count();
        System.out.printf("journals mended: %d, undecided: %d%n", tried - undecided, undecided);
        assertThat(undecided).isLessThan((int) tried / 5);
        assertThat(tried).isGreaterThan(Most.of(1500) / 8);
    }

    private boolean tryOut(Case one, Swept swept) {
        try {
            KillSweep.die(swept, Trigger.at(one.first));
            List<OperationId> ids = swept.journals().list();
            if (ids.isEmpty()) {
                return false;
            }
            OperationId id = ids.getFirst();
            if (one.back > 0) {
                dieGoingBack(swept, id, one.back);
            }
            List<JournalRecord> records = swept.journals().read(id).records();
            if (records.size() < one.from + one.count) {
                return false;
            }
            Replay known = new Replay(records);
            swept.journals().lose(id, one.from, one.count);
            Engine engine = swept.process(Trigger.none());
            Replay mended;
            try {
                mended = engine.rebuild(id, false);
            } catch (Refusal e) {
                assertThat(e).hasMessageContaining("does not tell whether");
                assertThat(one.from + one.count).as("the end is lost").isEqualTo(records.size());
                assertThat(engine.rebuild(id, true).ended()).isPresent();
                undecided++;
                return true;
            }
            if (known.committed() && known.ended().isEmpty()) {
                assertThat(mended.committed()).as("still committed").isTrue();
            }
            KillSweep.end(swept, one.way, Trigger.none());
            assertThatThrownBy(() -> engine.rebuild(id, false)).isInstanceOf(Refusal.class);
            return true;
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(one.toString(), e);
        }
    }

    private static void dieGoingBack(Swept swept, OperationId id, int point) {
        try {
            var _ = swept.process(Trigger.at(point)).rollback(id);
        } catch (Trigger.Death e) {
            swept.died();
        } catch (Refusal e) {
            assertThat(e).hasMessageMatching(".*(commit point|has ended).*");
        }
    }

    private Swept swept(
            UnaryOperator<LabGround> setup,
            Function<Observation, Plan> planner,
            AtomicReference<String> after) {
        LabGround ground = setup.apply(LabGround.running(Traits.engine(), directory));
        return new AppSwept(new Lenient(ground), planner, after, new TreeMap<>());
    }

    /**
     * How the app stopped may be among what is lost, and then nothing is called clean; so may be
     * whether it was started on a new disk, and then that is kept in the trash.
     */
    private record Lenient(LabGround ground) implements Ground {

        @Override
        public String look() {
            return ground.look()
                    .replace("crash-group", "stopped")
                    .replaceAll("(?m)^" + LEFT + ".*\n", "");
        }

        @Override
        public Observation observe() {
            return ground.observe();
        }

        @Override
        public Engine engine(
                Journals journals, Trigger trigger, SortedMap<Integer, Trap.Fault> script) {
            return ground.engine(journals, trigger, script);
        }

        @Override
        public void died() {
            ground.died();
        }

        @Override
        public List<String> violations() {
            return ground.violations();
        }
    }
}
