package dev.kompox.operations.place;

import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.Environment;
import dev.kompox.operations.engine.Identity;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.Retry;
import dev.kompox.operations.engine.StopSignal;
import dev.kompox.operations.event.Event;
import dev.kompox.operations.journal.Journals;
import dev.kompox.operations.place.MemoryState.Drive;
import dev.kompox.operations.plan.AppFacts;
import dev.kompox.operations.plan.DeployPlan;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.Observer;
import dev.kompox.operations.step.AppSteps;
import dev.kompox.operations.step.Place;
import dev.kompox.operations.sweep.Ground;
import dev.kompox.operations.world.MemoryJournals;
import dev.kompox.operations.world.TestApp;
import dev.kompox.operations.world.Trap;
import dev.kompox.operations.world.TrappedDriver;
import dev.kompox.operations.world.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The shop at a place in memory: work with it, kill what works with it, and look at it. */
public final class MemoryGround implements Ground {

    private final MemoryState state;
    private final Path directory;
    private final Random random = new Random(11);
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

    /** Make an empty place; the lock is kept in a directory. */
    public MemoryGround(Path directory, Workload workload) {
        this.directory = directory;
        this.state = new MemoryState(workload);
    }

    /** Return the app as it runs every day, owned, with something written to each volume. */
    public static MemoryGround running(Path directory) {
        return up(new MemoryGround(directory, TestApp.shop()))
                .write(TestApp.DB, "row 1")
                .write(TestApp.FILES, "file 1");
    }

    /** Bring the app up for the first time. */
    static MemoryGround up(MemoryGround ground) {
        ground.carryOut(seen ->
                DeployPlan.of(
                        seen,
                        List.of(new Change("service", "db", Change.Verb.CREATE, "absent")),
                        StartRequest.ALL));
        return ground;
    }

    /** Return what is there, to be changed behind everybody's back. */
    MemoryState state() {
        return state;
    }

    @Override
    public Observation observe() {
        return new Observer(new Place(new MemoryPlace(state), state.workload), state.time, "ann")
                .observeAll();
    }

    /** Plan and run something to its end, in a process that nothing kills. */
    public MemoryGround carryOut(Function<Observation, Plan> planner) {
        Outcome outcome =
                engine(new MemoryJournals(), Trigger.none(), new TreeMap<>())
                        .run(planner.apply(observe()));
        if (!(outcome instanceof Outcome.Completed)) {
            throw new AssertionError(outcome);
        }
        return this;
    }

    @Override
    public Engine engine(
            Journals journals, Trigger trigger, SortedMap<Integer, Trap.Fault> script) {
        state.midpoint = () -> trigger.point("in a call");
        TrappedDriver driver = new TrappedDriver(new MemoryPlace(state), new Trap(trigger, script));
        Place place = new Place(driver, state.workload);
        Environment environment =
                new Environment(
                        AppSteps.at(place),
                        new AppFacts(place),
                        state.time,
                        this::hear,
                        new StopSignal(),
                        Retry.STANDARD,
                        random,
                        Duration.ofHours(1));
        return new Engine(
                environment,
                journals,
                new Identity(
                        TestApp.ID.toString(),
                        1,
                        "ann",
                        "desk",
                        "0.1.0",
                        directory.resolve("lock.json")));
    }

    /** Let the app write, which it can only while it runs. */
    public MemoryGround write(VolumeName volume, String what) {
        synchronized (state) {
            if (state.users(volume).isEmpty()) {
                throw new AssertionError("nobody runs who could write to " + volume);
            }
            state.assigned(volume).orElseThrow().bytes.add(what);
        }
        return this;
    }

    /** Do what {@code docker compose down} does, behind our back. */
    public MemoryGround removeContainers() {
        state.boxes.clear();
        return this;
    }

    /** Stop everything behind our back. */
    public MemoryGround stopContainers() {
        state.boxes.values().forEach(box -> box.phase = Phase.EXITED);
        return this;
    }

    @Override
    public void died() {
        // the watchdog thaws what a dead process froze
        state.boxes.values().stream()
                .filter(box -> box.phase == Phase.PAUSED)
                .forEach(box -> box.phase = Phase.RUNNING);
    }

    private void hear(Event event) {
        if (event instanceof Event.Warned warned) {
            warnings.add(warned.sentence());
        }
    }

    /** Return the warnings that were told. */
    List<String> heard() {
        return List.copyOf(warnings);
    }

    @Override
    public List<String> violations() {
        return List.copyOf(state.violations);
    }

    @Override
    public String look() {
        StringBuilder text = new StringBuilder();
        state.drives.values().forEach(drive -> text.append(look(drive)).append('\n'));
        state.pictures
                .values()
                .forEach(picture ->
                        text.append("snapshot ")
                                .append(picture.seen().ref())
                                .append(' ')
                                .append(picture.seen().consistency().word())
                                .append(' ')
                                .append(picture.bytes())
                                .append('\n'));
        state.boxes.values().stream()
                .sorted(Comparator.comparing(box -> box.service))
                .forEach(
                        box -> text.append(box.service).append(' ').append(box.phase).append('\n'));
        if (state.record != null) {
            text.append("owner ").append(state.record.value().disks()).append('\n');
        }
        return text.toString();
    }

    private static String look(Drive drive) {
        boolean left = drive.trash != null && drive.trash.by().equals(drive.by);
        return (left ? LEFT : "disk ")
                + drive.ref
                + (drive.complete ? "" : " half made")
                + (drive.assigned ? " assigned" : "")
                + (drive.trash == null
                        ? ""
                        : " in the trash by " + drive.trash.by().substring(0, 2))
                + " "
                + drive.bytes;
    }
}
