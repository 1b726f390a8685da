package dev.kompox.operations.sweep;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.lab.LabDriver;
import dev.kompox.lab.LabTime;
import dev.kompox.lab.LabWorld;
import dev.kompox.lab.Traits;
import dev.kompox.lab.fault.Fault;
import dev.kompox.lab.fault.Faults;
import dev.kompox.operations.MoveOperations;
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
import dev.kompox.operations.plan.MoveFacts;
import dev.kompox.operations.plan.MoveObservation;
import dev.kompox.operations.plan.MovePlan;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.Observer;
import dev.kompox.operations.step.AppSteps;
import dev.kompox.operations.step.Journey;
import dev.kompox.operations.step.MoveSteps;
import dev.kompox.operations.step.Place;
import dev.kompox.operations.world.MemoryJournals;
import dev.kompox.operations.world.TestApp;
import dev.kompox.operations.world.Trap;
import dev.kompox.operations.world.Trigger;
import dev.kompox.transfer.move.Relay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The shop at one simulated place, about to move to another. It writes whenever it runs at the
 * place where it lives; whatever was acknowledged there must be found where it lives in the end.
 */
final class MoveGround implements Ground {

    /** Days in the trash, rounds and downtime of the moves that are swept. */
    static final MovePlan.Wish WISH = new MovePlan.Wish(null, 3, Duration.ofDays(7));

    private static final String LOG = "live";

    private final Workload workload = TestApp.shop();
    private final LabTime time = new LabTime();
    private final LabWorld old;
    private final LabWorld other;
    private final Path directory;
    private final Random random = new Random(11);
    private final Map<VolumeName, String> acknowledged = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();
    private Faults process = Faults.none();
    private final ReentrantLock writing = new ReentrantLock();
    private boolean back;
    private int number;

    private MoveGround(Traits source, Traits target, Path directory) {
        this.old = new LabWorld(source, "old", time);
        this.other = new LabWorld(target, "new", time);
        this.directory = directory;
    }

    /** Return the app as it runs every day, with something written to each volume. */
    static MoveGround running(Traits source, Traits target, Path directory) {
        MoveGround ground = new MoveGround(source, target, directory);
        Change change = new Change("service", "db", Change.Verb.CREATE, "absent");
        Plan plan = DeployPlan.of(ground.observe(), List.of(change), StartRequest.ALL);
        ground.expectCompleted(ground.atHome().run(plan));
        ground.write();
        return ground;
    }

    /** Move it, without any fault, and turn round: the next move is the way back. */
    MoveGround moved() {
        Engine engine = engine(new MemoryJournals(), Trigger.none(), new TreeMap<>());
        expectCompleted(engine.run(plan()));
        back = !back;
        write();
        return this;
    }

    Plan plan() {
        return MovePlan.of(seen(), WISH);
    }

    MoveObservation seen() {
        return MoveOperations.observe(journey(Faults.none()), time, "ann", false);
    }

    LabWorld source() {
        return back ? other : old;
    }

    LabWorld target() {
        return back ? old : other;
    }

    @Override
    public Observation observe() {
        return new Observer(new Place(source().open(), workload), time, "ann").observeAll();
    }

    @Override
    public Engine engine(
            Journals journals, Trigger trigger, SortedMap<Integer, Trap.Fault> script) {
        process =
                Faults.none()
                        .watchedBy(point -> {
                            write();
                            trigger.point(point);
                        });
        script.forEach((call, fault) -> process.at(call, new Fault.LostAnswer()));
        Journey journey = journey(process);
        return engine(
                journals,
                new Environment(
                        MoveSteps.between(journey),
                        new MoveFacts(journey),
                        time,
                        _ -> {},
                        new StopSignal(),
                        Retry.STANDARD,
                        random,
                        Duration.ofHours(1)));
    }

    private Engine atHome() {
        Place place = new Place(source().open(), workload);
        return engine(
                new MemoryJournals(),
                new Environment(
                        AppSteps.at(place),
                        new AppFacts(place),
                        time,
                        _ -> {},
                        new StopSignal(),
                        Retry.STANDARD,
                        random,
                        Duration.ofHours(1)));
    }

    private Engine engine(Journals journals, Environment environment) {
        String app = Identity.of(TestApp.ID, List.of(source().location(), target().location()));
        Path lock = directory.resolve("lock.json");
        return new Engine(
                environment, journals, new Identity(app, 1, "ann", "desk", "0.1.0", lock));
    }

    private Journey journey(Faults faults) {
        return new Journey(
                new Place(source().open(faults), workload),
                new Place(target().open(faults), workload),
                new Relay());
    }

    private void expectCompleted(Outcome outcome) {
        if (!(outcome instanceof Outcome.Completed)) {
            throw new AssertionError(outcome);
        }
    }

    /** Let the app write where it lives, if it runs; it must not run at both places. */
    private void write() {
        // whoever comes while another writes may hold a world that the other waits for
        if (!writing.tryLock()) {
            return;
        }
        try {
            boolean both = alive(old) && alive(other);
            if (both) {
                violations.add("the app runs at both places");
            }
            for (VolumeName volume : List.of(TestApp.DB, TestApp.FILES)) {
                number++;
                source().append(TestApp.ID, volume, LOG, "write " + number)
                        .ifPresent(disk ->
                                acknowledged.put(
                                        volume, source().tree(disk).orElseThrow().read(LOG)));
            }
        } finally {
            writing.unlock();
        }
    }

    private boolean alive(LabWorld world) {
        return world.open().runtime().orElseThrow().observe(workload).anyAlive();
    }

    @Override
    public void died() {
        old.died(process);
        other.died(process);
    }

    @Override
    public List<String> violations() {
        List<String> all = new ArrayList<>(violations);
        all.addAll(old.violations());
        all.addAll(other.violations());
        LabWorld lives = alive(old) ? old : other;
        acknowledged.forEach((volume, wanted) -> {
            String found =
                    lives.volume(TestApp.ID, volume)
                            .filter(tree -> tree.find(LOG).isPresent())
                            .map(tree -> tree.read(LOG))
                            .orElse("");
            if (!found.startsWith(wanted)) {
                all.add(volume + " lost writes on its way to " + lives.location());
            }
        });
        if (alive(old) == alive(other)) {
            all.add("the app runs at " + (alive(old) ? "both places" : "neither place"));
        }
        return all;
    }

    @Override
    public String look() {
        return look(old) + look(other);
    }

    private String look(LabWorld world) {
        LabDriver driver = world.open();
        StringBuilder text = new StringBuilder(world.location() + ":\n");
        driver.disks().orElseThrow().list(TestApp.ID).stream()
                .sorted(Comparator.comparing(disk -> disk.ref().toString()))
                .forEach(disk -> text.append("  ").append(look(disk)).append('\n'));
        driver.runtime()
                .orElseThrow()
                .observe(workload)
                .instances()
                .forEach(one ->
                        text.append("  ")
                                .append(one.service())
                                .append(' ')
                                .append(one.phase())
                                .append('\n'));
        Optional.of(world.sealed(TestApp.ID))
                .filter(is -> is)
                .ifPresent(_ -> text.append("  sealed\n"));
        // that the target has been told where the app lives is true whatever comes of the move
        driver.records()
                .orElseThrow()
                .read(TestApp.ID)
                .filter(owner -> owner.value().place().equals(world.location()))
                .ifPresent(owner ->
                        text.append("  owner, epoch ")
                                .append(owner.value().epoch())
                                .append(' ')
                                .append(owner.value().disks())
                                .append('\n'));
        return text.toString();
    }

    private static String look(Disk disk) {
        return "disk "
                + disk.ref()
                + (disk.state() instanceof DiskState.Creating ? " half made" : "")
                + (disk.assigned() ? " assigned" : "")
                + (disk.trash() == null
                        ? ""
                        : " in the trash by " + disk.trash().by().substring(0, 2));
    }
}
