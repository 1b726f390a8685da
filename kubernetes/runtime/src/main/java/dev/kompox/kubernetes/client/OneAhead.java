package dev.kompox.kubernetes.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first of several questions go ahead. Those that begin side by side while there is no
 * connection would make one each, and agreeing on keys costs more than the answers; once there is
 * one, HTTP/2 carries them all.
 */
final class OneAhead {

    /** A server that is so far away, or does not answer at all, is asked side by side. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final AtomicReference<@Nullable Thread> ahead = new AtomicReference<>();
    private final CountDownLatch connected = new CountDownLatch(1);

    /** Ask, now or when the first question has its answer. */
    <T> T ask(Supplier<T> question) {
        if (connected.getCount() == 0) {
            return question.get();
        }
        if (ahead.compareAndSet(null, Thread.currentThread())) {
            try {
                return question.get();
            } finally {
                connected.countDown();
            }
        }
        if (ahead.get() != Thread.currentThread()) {
            await();
        }
        return question.get();
    }

    private void await() {
        try {
            var _ = connected.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            connected.countDown();
        } catch (InterruptedException e) {
            // the question itself will be told
            Thread.currentThread().interrupt();
        }
    }
}
