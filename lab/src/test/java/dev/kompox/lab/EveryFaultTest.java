package dev.kompox.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.lab.Changes.Change;
import dev.kompox.lab.fault.Crash;
import dev.kompox.lab.fault.Fault;
import dev.kompox.lab.fault.Faults;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spoil every call that changes something in every way, make it again in another process, and find
 * the world as if nothing had gone wrong.
 */
class EveryFaultTest {

    private static LabWorld world() {
        LabWorld world = new LabWorld(Traits.cloud());
        LabDriver driver = world.open();
        Disk other =
                driver.disks()
                        .orElseThrow()
                        .ensure(Shop.blank(world, "other"), Shop.call(world, "before"));
        world.tree(other.ref()).orElseThrow().write("file", "other");
        Shop.snapshot(world, driver, Changes.POINT.value(), "other");
        world.tree(other.ref()).orElseThrow().write("file", "other, later");
        world.time().pass(Duration.ofMinutes(1));
        driver.runtime()
                .orElseThrow()
                .start(Shop.workload(), StartRequest.ALL, Shop.call(world, "before"));
        world.use(Shop.APP, Shop.DB).write("file", "main");
        return world;
    }

    static List<Change> changes() {
        return Changes.all();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isMadeGoodByTheSameCallOfAnotherProcess(Change change) {
        LabWorld unharmed = world();
        String before = Look.at(unharmed);
        change.work().accept(unharmed, unharmed.open());
        String wanted = Look.at(unharmed);
        for (Fault fault :
                List.of(
                        new Fault.LostAnswer(),
                        Fault.throttled(Duration.ofSeconds(1)),
                        new Fault.Refused(new Category.Transient()),
                        new Fault.CrashBefore(),
                        new Fault.CrashInside(1),
                        new Fault.CrashInside(2),
                        new Fault.CrashAfter())) {
            LabWorld world = world();
            assertThat(Look.at(world)).isEqualTo(before);
            Faults faults = Faults.none().on(change.call(), fault);
            assertThat(survives(change, world, world.open(faults))).as(fault.toString()).isFalse();
            change.work().accept(world, world.open());
            assertThat(Look.at(world)).as(fault.toString()).isEqualTo(wanted);
            assertThat(world.violations()).isEmpty();
        }
    }

    private static boolean survives(Change change, LabWorld world, LabDriver driver) {
        try {
            change.work().accept(world, driver);
            return true;
        } catch (Crash e) {
            return false;
        } catch (DriverException e) {
            assertThat(e.category().retryable()).isTrue();
            return false;
        }
    }
}
