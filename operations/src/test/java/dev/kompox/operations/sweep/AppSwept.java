package dev.kompox.operations.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.journal.JournalRecord;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.world.MemoryJournals;
import dev.kompox.operations.world.Trap;
import dev.kompox.operations.world.Trigger;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sweep an operation of an app. Afterwards the place must look as it did before, or to the letter
 * as it does when nothing goes wrong: no more, no less, no other bytes.
 */
final class AppSwept implements Swept {

    private final Ground ground;
    private final Plan plan;
    private final String before;
    private final AtomicReference<String> after;
    private final SortedMap<Integer, Trap.Fault> script;
    private final MemoryJournals journals = new MemoryJournals();

    AppSwept(
            Ground ground,
            Function<Observation, Plan> planner,
            AtomicReference<String> after,
            SortedMap<Integer, Trap.Fault> script) {
        this.ground = ground;
        this.plan = planner.apply(ground.observe());
        this.before = ground.look();
        this.after = after;
        this.script = script;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Engine process(Trigger trigger) {
        return ground.engine(journals.of(trigger), trigger, script);
    }

    @Override
    public MemoryJournals journals() {
        return journals;
    }

    @Override
    public void died() {
        ground.died();
    }

    @Override
    public void expectBefore() {
        assertThat(withoutLeft(ground.look())).isEqualTo(before);
        if (!begunToStartAgain()) {
            assertThat(ground.look()).isEqualTo(before);
        }
        assertThat(ground.violations()).isEmpty();
    }

    /** A new disk on which the app was started is kept in the trash, for it may hold writes. */
    private static String withoutLeft(String look) {
        return look.lines()
                .filter(line -> !line.startsWith(Ground.LEFT))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private boolean begunToStartAgain() {
        return journals.list().stream()
                .flatMap(id -> journals.read(id).records().stream())
                .anyMatch(record ->
                        record instanceof JournalRecord.Intent intent
                                && intent.step().value().equals("app.start-again"));
    }

    @Override
    public void expectAfter() {
        after.compareAndSet("", ground.look());
        assertThat(ground.look()).isEqualTo(after.get());
        assertThat(ground.violations()).isEmpty();
    }
}
