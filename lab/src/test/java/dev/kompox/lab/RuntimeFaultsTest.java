package dev.kompox.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.Runtime;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.runtime.Frozen;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Stopped;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.lab.fault.Crash;
import dev.kompox.lab.fault.Fault;
import dev.kompox.lab.fault.Faults;
import dev.kompox.manifest.id.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What containers and watchdogs do when something goes wrong, in virtual time. */
class RuntimeFaultsTest {

    private final LabWorld world = new LabWorld();
    private final Workload workload = Shop.workload();

    @BeforeEach
    void start() {
        runtime(Faults.none()).start(workload, StartRequest.ALL, Shop.call(world, "up"));
    }

    private Runtime runtime(Faults faults) {
        return world.open(faults).runtime().orElseThrow();
    }

    private Frozen freeze(Faults faults, Duration limit) {
        return runtime(faults)
                .freeze(workload, List.of(Shop.disk("main")), limit, Shop.call(world, "freeze"));
    }

    private List<Phase> phases() {
        return runtime(Faults.none()).observe(workload).instances().stream()
                .map(one -> one.phase())
                .toList();
    }

    @Test
    void thawsWhatADeadProcessFroze() {
        Faults faults = Faults.none().on("runtime.observe", new Fault.CrashBefore());
        LabDriver driver = world.open(faults);
        Runtime runtime = driver.runtime().orElseThrow();
        Frozen frozen =
                runtime.freeze(
                        workload,
                        List.of(Shop.disk("main")),
                        Duration.ofMinutes(1),
                        Shop.call(world, "freeze"));
        assertThat(frozen.names()).containsExactly("shop-db-1");
        assertThat(phases()).containsExactly(Phase.PAUSED);
        assertThatThrownBy(() -> runtime.observe(workload)).isInstanceOf(Crash.class);
        assertThat(phases()).containsExactly(Phase.RUNNING);
    }

    @Test
    void thawsWhenTheLimitHasPassedAndSaysSo() {
        Frozen frozen = freeze(Faults.none(), Duration.ofSeconds(30));
        world.time().pass(Duration.ofSeconds(30));
        assertThat(phases()).containsExactly(Phase.RUNNING);
        assertThat(frozen.thaw()).isEqualTo(new Frozen.Thawed(Duration.ofSeconds(30), false));
        assertThat(frozen.thaw()).isEqualTo(new Frozen.Thawed(Duration.ofSeconds(30), false));
    }

    @Test
    void freezesNothingWhenTheAnswerIsLost() {
        Faults faults = Faults.none().on("runtime.freeze", new Fault.LostAnswer());
        assertThat(Shop.category(() -> freeze(faults, Duration.ofMinutes(1)).close()))
                .isEqualTo(Category.Transient.class);
        assertThat(phases()).containsExactly(Phase.RUNNING);
    }

    @Test
    void freezesNothingBesideAStrangerWhoWrites() {
        world.hold(Shop.disk("main"), new Holder("container", "x", "x", false, true, true));
        assertThat(Shop.category(() -> freeze(Faults.none(), Duration.ofMinutes(1)).close()))
                .isEqualTo(Category.InUse.class);
        assertThat(phases()).containsExactly(Phase.RUNNING);
    }

    @Test
    void notesASnapshotThatPromisesTooMuch() {
        Shop.snapshot(world, "one");
        assertThat(world.violations())
                .containsExactly("db/main was taken as stopped beside [container shop-db-1]");
    }

    @Test
    void neverMakesAnExternalVolume() {
        AppId app = new AppId("local", "lab", "default", "other");
        Slot external = new Slot.EngineVolume("other_db", true);
        Workload other =
                new Workload(
                        app,
                        workload.project(),
                        new LinkedHashMap<>(Map.of(Shop.DB, external)),
                        workload.users());
        Runtime runtime = runtime(Faults.none());
        Runnable start = () -> runtime.start(other, StartRequest.ALL, Shop.call(world, "up"));
        assertThat(Shop.category(start)).isEqualTo(Category.Invalid.class);
        assertThat(world.volume(app, Shop.DB)).isEmpty();
        world.use(app, Shop.DB).write("file", "of somebody");
        start.run();
        assertThat(world.volume(app, Shop.DB).orElseThrow().read("file")).isEqualTo("of somebody");
    }

    @Test
    void killsWhatDoesNotStopWithinItsGrace() {
        world.conduct("db", Conduct.neverStopping());
        Instant before = world.time().now();
        List<Stopped> stopped =
                runtime(Faults.none()).stop(workload, List.of(), Shop.call(world, "stop"));
        assertThat(stopped).hasSize(1);
        assertThat(stopped.getFirst().clean()).isFalse();
        assertThat(stopped.getFirst().exitCode()).isEqualTo(137);
        assertThat(Duration.between(before, world.time().now())).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void saysWhatAServiceLastWroteBeforeItFailed() {
        Runtime runtime = runtime(Faults.none());
        runtime.remove(workload, false, Shop.call(world, "down"));
        world.conduct("db", Conduct.failing("no such host"));
        assertThatThrownBy(() -> runtime.start(workload, StartRequest.ALL, Shop.call(world, "up")))
                .hasMessageContaining("service db failed with exit code 1")
                .hasMessageContaining("no such host");
        assertThat(phases()).containsExactly(Phase.EXITED);
        world.conduct("db", Conduct.GOOD);
        runtime.start(workload, StartRequest.ALL, Shop.call(world, "up"));
        assertThat(phases()).containsExactly(Phase.RUNNING);
    }

    @Test
    void waitsForHealthInVirtualTimeAndNoLongerThanAllowed() {
        Runtime runtime = runtime(Faults.none());
        runtime.remove(workload, false, Shop.call(world, "down"));
        world.conduct("db", Conduct.healthyAfter(Duration.ofMinutes(11)));
        Instant before = world.time().now();
        assertThat(
                        Shop.category(() ->
                                runtime.start(workload, StartRequest.ALL, Shop.call(world, "up"))))
                .isEqualTo(Category.Transient.class);
        assertThat(Duration.between(before, world.time().now())).isEqualTo(Duration.ofMinutes(10));
        runtime.start(workload, StartRequest.ALL, Shop.call(world, "up"));
        assertThat(Duration.between(before, world.time().now()))
                .isBetween(Duration.ofMinutes(11), Duration.ofMinutes(12));
    }
}
