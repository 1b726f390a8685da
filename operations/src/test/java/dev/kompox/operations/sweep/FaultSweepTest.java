package dev.kompox.operations.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.place.MemoryGround;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.world.MemoryDirectory;
import dev.kompox.operations.world.Trap.Fault;
import dev.kompox.operations.world.Trigger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lose the answer of every single call, or refuse it once, and kill on top of that. */
class FaultSweepTest {

    private static final long SEED = 20260302;
    private static final int MOST_SWEEPS = Most.of(6);

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    @Test
    void snapshotStopped() {
        sweep("snapshot, stopped", ground -> ground, seen -> Doing.snapshot(seen, false));
    }

    @Test
    void snapshotFrozen() {
        sweep("snapshot, frozen", ground -> ground, seen -> Doing.snapshot(seen, true));
    }

    @Test
    void restore() {
        sweep("restore", Doing::snapshotThenWrite, Doing::restore);
    }

    @Test
    void destroy() {
        sweep("destroy", ground -> ground, Doing::destroy);
    }

    @Test
    void copy() {
        sweep("clone", ground -> ground, Doing::copy);
    }

    private void sweep(
            String name, UnaryOperator<MemoryGround> setup, Function<Observation, Plan> planner) {
        AtomicReference<String> after = new AtomicReference<>("");
        int calls = calls(swept(setup, planner, after, new TreeMap<>()));
        List<SortedMap<Integer, Fault>> scripts = new ArrayList<>();
        for (int call = 1; call <= calls; call++) {
            for (Fault fault : Fault.values()) {
                scripts.add(new TreeMap<>(Map.of(call, fault)));
            }
        }
        for (SortedMap<Integer, Fault> script : scripts) {
            AppSwept swept = swept(setup, planner, after, script);
            assertThat(swept.process(Trigger.none()).run(swept.plan()))
                    .as("%s with %s", name, script)
                    .isInstanceOf(Outcome.Completed.class);
            swept.expectAfter();
        }
        Collections.shuffle(scripts, new Random(SEED));
        for (SortedMap<Integer, Fault> script :
                scripts.subList(0, Math.min(MOST_SWEEPS, scripts.size()))) {
            new KillSweep(name + " with " + script, () -> swept(setup, planner, after, script))
                    .run(0, SEED);
        }
        System.out.println("fault sweep " + name + ": " + scripts.size() + " cases");
    }

    private AppSwept swept(
            UnaryOperator<MemoryGround> setup,
            Function<Observation, Plan> planner,
            AtomicReference<String> after,
            SortedMap<Integer, Fault> script) {
        return new AppSwept(setup.apply(MemoryGround.running(directory)), planner, after, script);
    }

    /** Count the calls of a whole run, each of which passes a point before it. */
    private static int calls(AppSwept swept) {
        Trigger counting = Trigger.none();
        assertThat(swept.process(counting).run(swept.plan())).isInstanceOf(Outcome.Completed.class);
        swept.expectAfter();
        return (int)
                counting.passed().stream()
                        .filter(point -> point.startsWith("before "))
                        .filter(point -> !point.startsWith("before journal"))
                        .count();
    }
}
