package dev.kompox.operations.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.operations.world.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepProgressTest {

    private static final List<String> PATH = List.of("sn-7k2pq", "snapshot.take");

    private final ManualTime time = new ManualTime();
    private final List<Event> events = new ArrayList<>();
    private final StepProgress progress = new StepProgress(events::add, PATH, time);

    @Test
    void tellsTheRateOfTheLastSeconds() {
        progress.bytes(0, 1000);
        time.pass(Duration.ofSeconds(2));
        progress.bytes(200, 1000);
        time.pass(Duration.ofSeconds(2));
        progress.bytes(600, 1000);
        assertThat(rates()).containsExactly(0L, 100L, 150L);
        assertThat(events.getLast())
                .isEqualTo(new Event.Progressed(PATH, time.now(), 600, 1000, 150));
    }

    @Test
    void forgetsWhatIsOlderThanFiveSeconds() {
        progress.bytes(0, -1);
        time.pass(Duration.ofSeconds(1));
        progress.bytes(1000, -1);
        time.pass(Duration.ofSeconds(5));
        progress.bytes(1500, -1);
        assertThat(rates()).endsWith(100L);
        time.pass(Duration.ofSeconds(60));
        progress.bytes(7500, -1);
        assertThat(rates()).endsWith(100L);
    }

    @Test
    void passesSentencesOn() {
        progress.note("db: waiting for health");
        progress.warning("db was killed");
        assertThat(events)
                .containsExactly(
                        new Event.Noted(PATH, ManualTime.START, "db: waiting for health"),
                        new Event.Warned(PATH, ManualTime.START, "db was killed"));
    }

    @Test
    void silenceIsASinkToo() {
        EventSink.none().accept(new Event.Committed(PATH, ManualTime.START));
        assertThat(events).isEmpty();
    }

    private List<Long> rates() {
        return events.stream().map(event -> ((Event.Progressed) event).rate()).toList();
    }
}
