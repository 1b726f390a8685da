package dev.kompox.driver.kit;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.Records;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Check the ownership record and its compare-and-swap. */
public abstract class RecordsContractTest extends Contract {

    private static final Instant SINCE = Instant.parse("2026-11-23T10:00:00Z");

    private Records records() {
        return facet(driver().records());
    }

    private OwnershipRecord record(long epoch, String by) {
        return new OwnershipRecord(
                app(),
                epoch,
                driver().location(),
                new LinkedHashMap<>(Map.of(DATA, new DiskName("main"))),
                SINCE,
                by);
    }

    @Test
    void aNewAppHasNone() {
        assertThat(records().read(app())).isEmpty();
    }

    @Test
    void whatIsWrittenIsRead() {
        OwnershipRecord first = record(1, "ann@vm up-1");

        Versioned<OwnershipRecord> written = records().swap(Versioned.ABSENT, first, call("write"));

        assertThat(written.value()).isEqualTo(first);
        assertThat(records().read(app())).contains(written);
    }

    @Test
    void theNextNamesTheVersionBefore() {
        Versioned<OwnershipRecord> first =
                records().swap(Versioned.ABSENT, record(1, "ann"), call("one"));

        Versioned<OwnershipRecord> second =
                records().swap(first.version(), record(2, "bob"), call("two"));

        assertThat(second.version()).isNotEqualTo(first.version());
        assertThat(records().read(app())).contains(second);
    }

    @Test
    void anOldVersionIsAConflict() {
        Versioned<OwnershipRecord> first =
                records().swap(Versioned.ABSENT, record(1, "ann"), call("one"));
        records().swap(first.version(), record(2, "bob"), call("two"));

        fails(
                Category.Conflict.class,
                () -> records().swap(first.version(), record(3, "eve"), call("op-2", "three")));
        assertThat(records().read(app()).orElseThrow().value().by()).isEqualTo("bob");
    }

    @Test
    void whereThereIsOneAbsentIsAConflict() {
        records().swap(Versioned.ABSENT, record(1, "ann"), call("one"));

        fails(
                Category.Conflict.class,
                () -> records().swap(Versioned.ABSENT, record(1, "eve"), call("op-2", "one")));
    }

    @Test
    void theSameCallAgainSucceedsWithTheSameAnswer() {
        Versioned<OwnershipRecord> first =
                records().swap(Versioned.ABSENT, record(1, "ann"), call("one"));

        Versioned<OwnershipRecord> again =
                records().swap(Versioned.ABSENT, record(1, "ann"), call("one"));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void theEpochNeverFalls() {
        Versioned<OwnershipRecord> first =
                records().swap(Versioned.ABSENT, record(5, "ann"), call("one"));

        fails(
                Category.Invalid.class,
                () -> records().swap(first.version(), record(4, "eve"), call("two")));
        assertThat(records().read(app())).contains(first);
    }

    @Test
    void ofSeveralAtOnceExactlyOneSucceeds() throws InterruptedException {
        Versioned<OwnershipRecord> first =
                records().swap(Versioned.ABSENT, record(1, "ann"), call("one"));
        ConcurrentLinkedQueue<String> winners = new ConcurrentLinkedQueue<>();
        Thread[] racers = new Thread[6];
        for (int i = 0; i < racers.length; i++) {
            String name = "racer-" + i;
            Records own = records();
            racers[i] =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    own.swap(first.version(), record(2, name), call(name, "swap"));
                                    winners.add(name);
                                } catch (RuntimeException e) {
                                    // lost
                                }
                            });
        }
        for (Thread racer : racers) {
            racer.join();
        }

        assertThat(winners).hasSize(1);
        assertThat(records().read(app()).orElseThrow().value().by()).isEqualTo(winners.peek());
    }
}
