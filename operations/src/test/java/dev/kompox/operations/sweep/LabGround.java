package dev.kompox.operations.sweep;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.lab.LabDriver;
import dev.kompox.lab.LabWorld;
import dev.kompox.lab.Traits;
import dev.kompox.lab.fault.Fault;
import dev.kompox.lab.fault.Faults;
import dev.kompox.lab.tree.Tree;
import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.Environment;
import dev.kompox.operations.engine.Identity;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.Retry;
import dev.kompox.operations.engine.StopSignal;
import dev.kompox.operations.journal.Journals;
import dev.kompox.operations.plan.AppFacts;
import dev.kompox.operations.plan.DeployPlan;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.Observer;
import dev.kompox.operations.step.AppSteps;
import dev.kompox.operations.step.Place;
import dev.kompox.operations.world.MemoryJournals;
import dev.kompox.operations.world.TestApp;
import dev.kompox.operations.world.Trap;
import dev.kompox.operations.world.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The shop in a simulated place: every process has a driver of its own, which dies with it. */
final class LabGround implements Ground {

    private static final String LOG = "log";

    private final Workload workload = TestApp.shop();
    private final LabWorld world;
    private final Path directory;
    private final Random random = new Random(11);
    private final LiveWrites writes;
    private Faults process = Faults.none();

    private LabGround(LabWorld world, Path directory) {
        this.world = world;
        this.directory = directory;
        this.writes = new LiveWrites(world);
    }

    /** Return the app as it runs every day, owned, with something written to each volume. */
    static LabGround running(Traits traits, Path directory) {
        Change change = new Change("service", "db", Change.Verb.CREATE, "absent");
        return new LabGround(new LabWorld(traits), directory)
                .carryOut(seen -> DeployPlan.of(seen, List.of(change), StartRequest.ALL))
                .write(TestApp.DB, "row 1")
                .write(TestApp.FILES, "file 1");
    }

    /** Take the restore point, then write on. */
    LabGround snapshotThenWrite() {
        return carryOut(seen -> Doing.snapshot(seen, false)).write(TestApp.DB, "row 2");
    }

    /** Plan and run something to its end, in a process that nothing kills. */
    LabGround carryOut(Function<Observation, Plan> planner) {
        Outcome outcome =
                engine(new MemoryJournals(), Trigger.none(), new TreeMap<>())
                        .run(planner.apply(observe()));
        if (!(outcome instanceof Outcome.Completed)) {
            throw new AssertionError(outcome);
        }
        return this;
    }

    /** Let the app write to what it finds under a volume. */
    LabGround write(VolumeName volume, String line) {
        Tree tree = world.volume(TestApp.ID, volume).orElseThrow();
        String before = tree.find(LOG).isPresent() ? tree.read(LOG) + ", " : "";
        tree.write(LOG, before + line);
        return this;
    }

    @Override
    public Observation observe() {
        return new Observer(new Place(world.open(), workload), world.time(), "ann").observeAll();
    }

    @Override
    public Engine engine(
            Journals journals, Trigger trigger, SortedMap<Integer, Trap.Fault> script) {
        process =
                Faults.none()
                        .watchedBy(point -> {
                            writes.goOn();
                            trigger.point(point);
                        });
        script.forEach((call, fault) -> process.at(call, fault(fault)));
        Place place = new Place(world.open(process), workload);
        Environment environment =
                new Environment(
                        AppSteps.at(place),
                        new AppFacts(place),
                        world.time(),
                        _ -> {},
                        new StopSignal(),
                        Retry.STANDARD,
                        random,
                        Duration.ofHours(1));
        Path lock = directory.resolve("lock.json");
        Identity identity = new Identity(TestApp.ID.toString(), 1, "ann", "desk", "0.1.0", lock);
        return new Engine(environment, journals, identity);
    }

    private static Fault fault(Trap.Fault fault) {
        return switch (fault) {
            case LOST_ANSWER -> new Fault.LostAnswer();
            case THROTTLED -> new Fault.Refused(new Category.Throttled(Duration.ofSeconds(3)));
        };
    }

    @Override
    public void died() {
        world.died(process);
    }

    @Override
    public List<String> violations() {
        List<String> violations = new ArrayList<>(world.violations());
        violations.addAll(writes.lost());
        return violations;
    }

    @Override
    public String look() {
        LabDriver driver = world.open();
        StringBuilder text = new StringBuilder();
        driver.disks().orElseThrow().list(TestApp.ID).stream()
                .sorted(Comparator.comparing(disk -> disk.ref().toString()))
                .forEach(disk -> text.append(look(disk)).append('\n'));
        driver.snapshots().orElseThrow().list(TestApp.ID).stream()
                .sorted(Comparator.comparing(snapshot -> snapshot.ref().toString()))
                .forEach(snapshot -> text.append(look(snapshot)).append('\n'));
        driver.runtime()
                .orElseThrow()
                .observe(workload)
                .instances()
                .forEach(one ->
                        text.append(one.service()).append(' ').append(one.phase()).append('\n'));
        driver.records()
                .orElseThrow()
                .read(TestApp.ID)
                .ifPresent(
                        owner -> text.append("owner ").append(owner.value().disks()).append('\n'));
        return text.toString();
    }

    private String look(Snapshot snapshot) {
        // whether the provider has completed it by now is a matter of time only
        return "snapshot "
                + snapshot.ref()
                + ' '
                + snapshot.consistency().word()
                + ' '
                + rows(world.tree(snapshot.ref()).orElseThrow());
    }

    private String look(Disk disk) {
        String by = disk.tags().get("kompox.dev/operation");
        boolean left = disk.trash() != null && disk.trash().by().equals(by);
        return (left ? LEFT : "disk ")
                + disk.ref()
                + (disk.state() instanceof DiskState.Creating ? " half made" : "")
                + (disk.assigned() ? " assigned" : "")
                + (disk.trash() == null
                        ? ""
                        : " in the trash by " + disk.trash().by().substring(0, 2))
                + " "
                + rows(world.tree(disk.ref()).orElseThrow());
    }

    private static String rows(Tree tree) {
        return tree.find(LOG).isPresent() ? "[" + tree.read(LOG) + "]" : "[]";
    }
}
