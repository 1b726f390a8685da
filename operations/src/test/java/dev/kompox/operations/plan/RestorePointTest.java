package dev.kompox.operations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.operations.world.TestApp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestorePointTest {

    private static final List<VolumeName> BOTH = List.of(TestApp.DB, TestApp.FILES);

    @Test
    void gathersWhatWasTakenTogetherNewestFirst() {
        Seen seen = new Seen();
        usable(seen, "old", TestApp.FILES, 9);
        usable(seen, "old", TestApp.DB, 8);
        usable(seen, "b", TestApp.DB, 2);
        usable(seen, "a", TestApp.DB, 2);
        List<RestorePoint> points = seen.observe().restorePoints();
        assertThat(points)
                .extracting(RestorePoint::name)
                .containsExactly(
                        new SnapshotName("a"), new SnapshotName("b"), new SnapshotName("old"));
        RestorePoint old = points.getLast();
        assertThat(old.volumes()).containsExactly(TestApp.DB, TestApp.FILES);
        assertThat(old.nativeIds()).containsExactly("native-db-old", "native-files-old");
        assertThat(old.takenAt()).isEqualTo(Seen.NOW.minus(Duration.ofHours(8)));
        assertThat(old.consistency()).isEqualTo(Consistency.STOPPED);
        assertThat(old.complete()).isTrue();
    }

    @Test
    void isIncompleteUntilEveryMemberIsUsable() {
        Seen seen = new Seen();
        usable(seen, "half", TestApp.DB, 1);
        RestorePoint half = seen.observe().restorePoints().getFirst();
        assertThat(half.missing()).containsExactly(TestApp.FILES);
        seen.snapshot("half", TestApp.FILES, BOTH, new SnapshotState.Failed("no room"), 1);
        assertThat(seen.observe().restorePoints().getFirst().complete()).isFalse();
    }

    @Test
    void numbersNamesThatAreTakenAndKeepsThemShortEnough() {
        String longest = "a-name-of-24-characters1";
        Seen seen = new Seen().spare(TestApp.DB, longest).spare(TestApp.DB, "x");
        for (int i = 2; i < 10; i++) {
            seen.spare(TestApp.DB, "x-" + i);
        }
        assertThat(FreeName.like(seen.observe(), TestApp.DB, "y")).isEqualTo(new DiskName("y"));
        assertThat(FreeName.like(seen.observe(), TestApp.DB, "x")).isEqualTo(new DiskName("x-10"));
        assertThat(FreeName.like(seen.observe(), TestApp.FILES, "x")).isEqualTo(new DiskName("x"));
        assertThat(FreeName.like(seen.observe(), TestApp.DB, longest))
                .isEqualTo(new DiskName("a-name-of-24-character-2"));
    }

    @Test
    void knowsNoBytesIfOneIsNotKnown() {
        Observation seen = Seen.running().spare(TestApp.DB, "x").observe();
        assertThat(seen.bytes(List.of("native-db-main", "native-files-data")))
                .isEqualTo(3 * Seen.GIB);
        assertThat(seen.bytes(List.of("native-db-main", "native-db-x"))).isEqualTo(-1);
        assertThat(seen.bytes(List.of())).isZero();
    }

    private static void usable(Seen seen, String name, VolumeName volume, int hoursAgo) {
        seen.snapshot(name, volume, BOTH, new SnapshotState.Usable(), hoursAgo);
    }
}
