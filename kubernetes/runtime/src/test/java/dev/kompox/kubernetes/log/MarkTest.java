package dev.kompox.kubernetes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MarkTest {

    @Test
    void aLogIsReadOnFromTheSecondOfItsLastLine() {
        Mark mark = new Mark(null);
        assertThat(mark.start()).isNull();
        assertThat(read(mark, 1.2, 1.9, 2.3)).containsExactly(1.2, 1.9, 2.3);
        assertThat(mark.start()).isEqualTo(at(2.0));
    }

    @Test
    void linesOfTheSameInstantAreToldOnceEach() {
        Mark mark = new Mark(null);
        read(mark, 1.2, 2.3, 2.3);
        assertThat(again(mark, 2.3, 2.3, 2.3, 2.4)).containsExactly(2.3, 2.4);
        assertThat(again(mark, 2.3, 2.3, 2.3, 2.4)).isEmpty();
    }

    @Test
    void linesOutOfOrderAreToldOnceEach() {
        Mark mark = new Mark(null);
        read(mark, 2.3, 2.2);
        assertThat(again(mark, 2.3, 2.2, 2.1, 2.4)).containsExactly(2.1, 2.4);
        assertThat(again(mark, 2.3, 2.2, 2.1, 2.4, 2.5)).containsExactly(2.5);
    }

    @Test
    void ofALogBegunAnewNothingIsLeftOut() {
        Mark mark = new Mark(null);
        read(mark, 2.1, 2.2, 2.3);
        assertThat(again(mark, 2.4, 2.5, 3.0)).containsExactly(2.4, 2.5, 3.0);
    }

    @Test
    void aStartIsExactThoughTheServersIsNot() {
        Mark mark = new Mark(at(2.5));
        assertThat(mark.start()).isEqualTo(at(2.5));
        assertThat(read(mark, 2.1, 2.4, 2.5, 2.6)).containsExactly(2.5, 2.6);
        assertThat(mark.start()).isEqualTo(at(2.0));
        assertThat(read(mark, 2.1, 2.4, 2.5, 2.6, 2.7)).containsExactly(2.7);
    }

    @Test
    void aLogBrokenOffWhileReadAgainIsReadAgain() {
        Mark mark = new Mark(null);
        read(mark, 2.1, 2.2, 2.3);
        assertThat(again(mark, 2.1)).isEmpty();
        assertThat(again(mark, 2.1, 2.2, 2.3, 2.4)).containsExactly(2.4);
    }

    private static List<Double> again(Mark mark, double... times) {
        Instant start = mark.start();
        return read(mark, start, times);
    }

    private static List<Double> read(Mark mark, double... times) {
        return read(mark, null, times);
    }

    /** Read what a server would tell from a time on. */
    private static List<Double> read(Mark mark, @Nullable Instant start, double... times) {
        List<Double> fresh = new ArrayList<>();
        for (double time : times) {
            boolean told = start == null || !at(time).isBefore(start);
            if (told && mark.fresh(at(time))) {
                fresh.add(time);
            }
        }
        return fresh;
    }

    private static Instant at(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }
}
