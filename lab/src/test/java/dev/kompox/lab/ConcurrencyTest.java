package dev.kompox.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Time;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several processes at once, many things, and names at their limits. */
class ConcurrencyTest {

    private final LabWorld world = new LabWorld(Traits.cloud());

    @Test
    void severalClientsThatEnsureTheSameDiskGetOne() throws Exception {
        List<Disk> disks =
                atOnce(number ->
                        world.open()
                                .disks()
                                .orElseThrow()
                                .ensure(
                                        Shop.blank(world, "one"),
                                        Shop.call(world, "op-" + number)));
        assertThat(disks.stream().map(Disk::nativeId).distinct()).hasSize(1);
        assertThat(disks.stream().map(Disk::tags).distinct()).hasSize(1);
        assertThat(world.open().disks().orElseThrow().list(Shop.APP)).hasSize(1);
    }

    @Test
    void theSlowerOfTwoClientsLeavesAloneWhatWasWrittenMeanwhile() {
        var disks = world.open().disks().orElseThrow();
        Time interrupted =
                new Time() {
                    @Override
                    public Instant now() {
                        return world.time().now();
                    }

                    @Override
                    public void sleep(Duration duration) throws InterruptedException {
                        Disk made =
                                disks.ensure(Shop.blank(world, "one"), Shop.call(world, "quick"));
                        world.tree(made.ref()).orElseThrow().write("file", "written");
                        world.time().sleep(duration);
                    }
                };
        Call slow = Shop.call(world, "slow");
        Disk made =
                disks.ensure(
                        Shop.blank(world, "one"),
                        new Call(slow.token(), slow.deadline(), interrupted, slow.progress()));
        assertThat(world.tree(made.ref()).orElseThrow().read("file")).isEqualTo("written");
    }

    @Test
    void ofSeveralSwapsExactlyOneSucceeds() throws Exception {
        List<Boolean> won = atOnce(this::swap);
        assertThat(won.stream().filter(one -> one)).hasSize(1);
    }

    private boolean swap(int number) {
        OwnershipRecord mine =
                new OwnershipRecord(
                        Shop.APP,
                        1,
                        world.location(),
                        new LinkedHashMap<>(),
                        Instant.EPOCH,
                        "client " + number);
        try {
            return world.open()
                    .records()
                    .orElseThrow()
                    .swap(Versioned.ABSENT, mine, Shop.call(world, "op-" + number))
                    .value()
                    .equals(mine);
        } catch (DriverException e) {
            assertThat(e.category()).isInstanceOf(Category.Conflict.class);
            return false;
        }
    }

    private interface Work<T> {
        T of(int number);
    }

    private static <T> List<T> atOnce(Work<T> work) throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures =
                    IntStream.rangeClosed(1, 16)
                            .mapToObj(number -> clients.submit(() -> work.of(number)))
                            .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void listsThreeHundredDisksNewestFirst() {
        var disks = world.open().disks().orElseThrow();
        for (int number = 1; number <= 300; number++) {
            Disk disk = disks.ensure(Shop.blank(world, "d" + number), Shop.call(world, "op"));
            assertThat(disk.assigned()).isFalse();
        }
        List<Disk> listed = disks.list(Shop.APP);
        assertThat(listed).hasSize(300).doesNotHaveDuplicates();
        assertThat(listed.getFirst().ref().name().value()).isEqualTo("d300");
        assertThat(listed.getLast().ref().name().value()).isEqualTo("d1");
    }

    @Test
    void namesAtTheirLimitsDoNotCollide() {
        var disks = world.open().disks().orElseThrow();
        VolumeName dotted = new VolumeName("a.b" + "_".repeat(125));
        VolumeName other = new VolumeName("b" + "_".repeat(125));
        for (VolumeName volume : List.of(dotted, other)) {
            DiskRef ref = new DiskRef(Shop.APP, volume, new DiskName("x".repeat(24)));
            DiskSpec spec = new DiskSpec(ref, null, world.location(), null, new Source.Blank());
            assertThat(disks.ensure(spec, Shop.call(world, "op")).ref()).isEqualTo(ref);
        }
        assertThat(disks.list(Shop.APP).stream().map(Disk::nativeId).distinct()).hasSize(2);
    }
}
