package dev.kompox.operations.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.lab.Traits;
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
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lose the answer of every single call, or refuse it once, and kill on top of that. */
class FaultSweepTest {

    private static final long SEED = 20260302;
    private static final int MOST_SWEEPS = Most.of(6);

    @TempDir(factory = MemoryDirectory.class)
    Path directory;

    /** Where the app is. */
    enum Site {
        MEMORY,
        LAB
    }

    @ParameterizedTest
    @EnumSource
    void snapshotStopped(Site site) {
        sweep("snapshot, stopped", fresh(site), seen -> Doing.snapshot(seen, false));
    }

    @ParameterizedTest
    @EnumSource
    void snapshotFrozen(Site site) {
        sweep("snapshot, frozen", fresh(site), seen -> Doing.snapshot(seen, true));
    }

    @ParameterizedTest
    @EnumSource
    void restore(Site site) {
        sweep("restore", withRestorePoint(site), Doing::restore);
    }

    @ParameterizedTest
    @EnumSource
    void destroy(Site site) {
        sweep("destroy", fresh(site), Doing::destroy);
    }

    @ParameterizedTest
    @EnumSource
    void copy(Site site) {
        sweep("clone", fresh(site), Doing::copy);
    }

    private Supplier<Ground> fresh(Site site) {
        return switch (site) {
            case MEMORY -> () -> MemoryGround.running(directory);
            case LAB -> () -> LabGround.running(Traits.engine(), directory);
        };
    }

    private Supplier<Ground> withRestorePoint(Site site) {
        return switch (site) {
            case MEMORY -> () -> Doing.snapshotThenWrite(MemoryGround.running(directory));
            case LAB -> () -> LabGround.running(Traits.cloud(), directory).snapshotThenWrite();
        };
    }

    private void sweep(String name, Supplier<Ground> grounds, Function<Observation, Plan> planner) {
        AtomicReference<String> after = new AtomicReference<>("");
        int calls = calls(swept(grounds, planner, after, new TreeMap<>()));
        List<SortedMap<Integer, Fault>> scripts = new ArrayList<>();
        for (int call = 1; call <= calls; call++) {
            for (Fault fault : Fault.values()) {
                scripts.add(new TreeMap<>(Map.of(call, fault)));
            }
        }
        for (SortedMap<Integer, Fault> script : scripts) {
            AppSwept swept = swept(grounds, planner, after, script);
            assertThat(swept.process(Trigger.none()).run(swept.plan()))
                    .as("%s with %s", name, script)
                    .isInstanceOf(Outcome.Completed.class);
            swept.expectAfter();
        }
        Collections.shuffle(scripts, new Random(SEED));
        for (SortedMap<Integer, Fault> script :
                scripts.subList(0, Math.min(MOST_SWEEPS, scripts.size()))) {
            new KillSweep(name + " with " + script, () -> swept(grounds, planner, after, script))
                    .run(0, SEED);
        }
        System.out.println("fault sweep " + name + ": " + scripts.size() + " cases");
    }

    private AppSwept swept(
            Supplier<Ground> grounds,
            Function<Observation, Plan> planner,
            AtomicReference<String> after,
            SortedMap<Integer, Fault> script) {
        return new AppSwept(grounds.get(), planner, after, script);
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
