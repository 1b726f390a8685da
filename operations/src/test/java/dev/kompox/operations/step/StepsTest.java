package dev.kompox.operations.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.Bytes;
import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Disks;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Records;
import dev.kompox.driver.Runtime;
import dev.kompox.driver.Snapshots;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.operations.engine.Facts;
import dev.kompox.operations.plan.AppFacts;
import dev.kompox.operations.world.TestApp;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {

    @Test
    void writesAndReadsEverySource() {
        VolumeName dotted = new VolumeName("a.b_c-d");
        List<Source> sources =
                List.of(
                        new Source.Blank(),
                        new Source.OfDisk(new DiskRef(TestApp.ID, dotted, new DiskName("x-1"))),
                        new Source.OfSnapshot(
                                new SnapshotRef(TestApp.ID, dotted, new SnapshotName("y-2"))),
                        new Source.Native("vol:0a/b@c"));
        for (Source source : sources) {
            assertThat(SourceText.parse(TestApp.ID, SourceText.of(source))).isEqualTo(source);
        }
        assertThat(sources.stream().map(SourceText::of))
                .containsExactly(
                        "blank", "disk:a.b_c-d/x-1", "snapshot:a.b_c-d@y-2", "native:vol:0a/b@c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tape", "tape:1", "blanks"})
    void refusesWhatIsNoSource(String text) {
        assertThatThrownBy(() -> SourceText.parse(TestApp.ID, text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\" is no source of a disk");
    }

    @Test
    void namesTheFacetThatADriverLacks() {
        Place place = new Place(new Bare(), TestApp.shop());
        assertThat(place.location()).isEqualTo(new Bare().location());
        expectLacking("disks", place::disks);
        expectLacking("snapshots", place::snapshots);
        expectLacking("bytes", place::bytes);
        expectLacking("attachments", place::attachments);
        expectLacking("runtime", place::runtime);
        expectLacking("records", place::records);
    }

    private static void expectLacking(String facet, Supplier<?> what) {
        assertThatThrownBy(what::get)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        failure -> {
                            assertThat(failure.category())
                                    .isEqualTo(new Category.Unsupported(facet));
                            assertThat(failure.sentence()).isEqualTo("driver bare has no " + facet);
                            assertThat(failure.remedy()).isEqualTo("kompox driver show bare");
                        });
    }

    @Test
    void refusesFactsItDoesNotKnow() {
        Facts facts = new AppFacts(new Place(new Bare(), TestApp.shop()));
        assertThatThrownBy(() -> facts.read("phase of the moon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no fact is called phase of the moon");
        assertThatThrownBy(() -> Facts.none().read("x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A driver that can do nothing. */
    private record Bare() implements Driver {
        @Override
        public String name() {
            return "bare";
        }

        @Override
        public Location location() {
            return Location.of("bare", "metal");
        }

        @Override
        public Capabilities capabilities() {
            throw new UnsupportedOperationException("nothing");
        }

        @Override
        public Optional<Disks> disks() {
            return Optional.empty();
        }

        @Override
        public Optional<Snapshots> snapshots() {
            return Optional.empty();
        }

        @Override
        public Optional<Bytes> bytes() {
            return Optional.empty();
        }

        @Override
        public Optional<Attachments> attachments() {
            return Optional.empty();
        }

        @Override
        public Optional<Runtime> runtime() {
            return Optional.empty();
        }

        @Override
        public Optional<Records> records() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
