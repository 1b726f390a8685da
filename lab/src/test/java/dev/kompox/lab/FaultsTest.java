package dev.kompox.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.failure.Category;
import dev.kompox.lab.fault.Crash;
import dev.kompox.lab.fault.Fault;
import dev.kompox.lab.fault.Faults;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each fault does what it says to the caller, and no more to the world. */
class FaultsTest {

    private final LabWorld world = new LabWorld();

    private Runnable ensure(Faults faults) {
        LabDriver driver = world.open(faults);
        return () ->
                driver.disks()
                        .orElseThrow()
                        .ensure(Shop.blank(world, "one"), Shop.call(world, "op-1"));
    }

    @Test
    void losesTheAnswerOfACallThatHasItsEffect() {
        Faults faults = Faults.none().on("disks.ensure", new Fault.LostAnswer());
        Runnable ensure = ensure(faults);
        assertThat(Shop.category(ensure)).isEqualTo(Category.Transient.class);
        assertThat(world.tree(Shop.disk("one"))).isPresent();
        ensure.run();
        assertThat(faults.calls()).containsExactly("disks.ensure", "disks.ensure");
    }

    @Test
    void throttlesWithoutAnyEffect() {
        Faults faults = Faults.none().at(1, Fault.throttled(Duration.ofSeconds(3)));
        assertThat(Shop.category(ensure(faults))).isEqualTo(Category.Throttled.class);
        assertThat(world.tree(Shop.disk("one"))).isEmpty();
    }

    @Test
    void diesBeforeTheEffect() {
        Runnable ensure = ensure(Faults.none().on("disks.ensure", new Fault.CrashBefore()));
        assertThatThrownBy(ensure::run).isInstanceOf(Crash.class);
        assertThat(world.tree(Shop.disk("one"))).isEmpty();
    }

    @Test
    void diesAfterTheEffectAndAnotherProcessFindsIt() {
        Runnable ensure = ensure(Faults.none().on("disks.ensure", new Fault.CrashAfter()));
        assertThatThrownBy(ensure::run).isInstanceOf(Crash.class);
        assertThat(world.open().disks().orElseThrow().list(Shop.APP)).hasSize(1);
    }

    @Test
    void diesInTheMiddleAndAnotherProcessCompletesWhatItFinds() {
        Runnable ensure = ensure(Faults.none().on("disks.ensure", new Fault.CrashInside(1)));
        assertThatThrownBy(ensure::run).isInstanceOf(Crash.class);
        assertThat(world.open().disks().orElseThrow().find(Shop.disk("one")))
                .hasValueSatisfying(
                        disk -> assertThat(disk.state()).isInstanceOf(DiskState.Creating.class));
        ensure(Faults.none()).run();
        assertThat(world.open().disks().orElseThrow().find(Shop.disk("one")))
                .hasValueSatisfying(
                        disk -> assertThat(disk.state()).isInstanceOf(DiskState.Available.class));
    }

    @Test
    void aDeadProcessDoesNothingAnyMore() {
        Faults faults = Faults.none().on("disks.ensure", new Fault.CrashBefore());
        Runnable ensure = ensure(faults);
        assertThatThrownBy(ensure::run).isInstanceOf(Crash.class);
        assertThatThrownBy(ensure::run).isInstanceOf(Crash.class);
        assertThat(world.tree(Shop.disk("one"))).isEmpty();
    }

    @Test
    void leavesNothingBehindWhereThereIsNoRoom() {
        ensure(Faults.none()).run();
        world.tree(Shop.disk("one")).orElseThrow().write("data", "0123456789");
        world.limitRoom(new ByteSize(15));
        Runnable copy =
                () ->
                        world.open()
                                .disks()
                                .orElseThrow()
                                .ensure(Shop.copy(world, "one", "two"), Shop.call(world, "op-2"));
        assertThat(Shop.category(copy)).isEqualTo(Category.Quota.class);
        assertThat(world.tree(Shop.disk("two"))).isEmpty();
        world.limitRoom(null);
        copy.run();
        assertThat(world.tree(Shop.disk("two")).orElseThrow().read("data")).isEqualTo("0123456789");
        assertThat(world.open().disks().orElseThrow().find(Shop.disk("two")).orElseThrow().source())
                .isEqualTo(new Source.OfDisk(Shop.disk("one")));
    }
}
