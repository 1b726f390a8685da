package dev.kompox.kubernetes.log;

import dev.kompox.driver.call.Time;
import dev.kompox.driver.failure.DriverException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints lines as they come, of whatever pods there are at the time. */
final class Follow {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final LogRequest request;
    private final LogSource source;
    private final LogPrinter printer;
    private final Time time;
    private final Map<Instance.Key, Follower> followers = new LinkedHashMap<>();
    private volatile @Nullable DriverException failure;

    Follow(LogRequest request, LogSource source, LogPrinter printer, Time time) {
        this.request = request;
        this.source = source;
        this.printer = printer;
        this.time = time;
    }

    /**
     * Print until interrupted.
     *
     * @param instances what there was when the past was printed
     * @param marks how far that got; the runs before are not shown
     */
    void print(List<Instance> instances, Map<Instance.Key, Mark> marks) {
        for (Instance one : instances) {
            Mark mark = marks.getOrDefault(one.key(), new Mark(request.since()));
            followers.put(one.key(), follower(mark, one.previous()));
        }
        boolean interrupted = false;
        try {
            @Nullable Instant trouble = null;
            while (true) {
                trouble = goOn(trouble);
                time.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            // nothing is printed after this returns, so the flag is set again only then
            followers.values().forEach(Follower::stop);
            for (Follower one : followers.values()) {
                interrupted |= one.interruptedWhileEnding();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Look once, and return since when the cluster has not answered, or null. */
    private @Nullable Instant goOn(@Nullable Instant trouble) throws InterruptedException {
        DriverException reason = failure;
        if (reason != null) {
            throw reason;
        }
        try {
            Set<Instance.Key> there = new LinkedHashSet<>();
            for (Instance one : source.instances()) {
                there.add(one.key());
                followers
                        .computeIfAbsent(one.key(), _ -> follower(new Mark(request.since()), null))
                        .go(one);
            }
            followers
                    .entrySet()
                    .removeIf(one -> !there.contains(one.getKey()) && !one.getValue().busy());
            return null;
        } catch (DriverException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Instant since = trouble == null ? time.now() : trouble;
            if (!e.category().retryable() || time.now().isAfter(since.plus(PATIENCE))) {
                throw e;
            }
            return since;
        }
    }

    private Follower follower(Mark mark, @Nullable String read) {
        return new Follower(source, printer, mark, read, reason -> failure = reason);
    }
}
