package dev.kompox.operations.event;

import dev.kompox.driver.call.Progress;
import dev.kompox.driver.call.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Turn a facet's progress into events of a step, with the rate of the last few seconds. */
public final class StepProgress implements Progress {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final EventSink sink;
    private final List<String> path;
    private final Time time;
    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Tell {@code sink} about the node at {@code path}. */
    public StepProgress(EventSink sink, List<String> path, Time time) {
        this.sink = sink;
        this.path = List.copyOf(path);
        this.time = time;
    }

    @Override
    public synchronized void bytes(long done, long total) {
        Instant now = time.now();
        samples.addLast(new Sample(now, done));
        while (samples.size() > 2 && samples.getFirst().at.isBefore(now.minus(WINDOW))) {
            samples.removeFirst();
        }
        sink.accept(new Event.Progressed(path, now, done, total, rate(now, done)));
    }

    @Override
    public void note(String sentence) {
        sink.accept(new Event.Noted(path, time.now(), sentence));
    }

    @Override
    public void warning(String sentence) {
        sink.accept(new Event.Warned(path, time.now(), sentence));
    }

    private long rate(Instant now, long done) {
        Sample first = samples.getFirst();
        long millis = Duration.between(first.at, now).toMillis();
        return millis <= 0 ? 0 : (done - first.bytes) * 1000 / millis;
    }

    private record Sample(Instant at, long bytes) {}
}
