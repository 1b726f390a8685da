package dev.kompox.driver.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Run tasks side by side and return their answers in order.
 *
 * <p>On threads of the system: a virtual thread that waits for a socket starts a poller in native
 * code, for which the Java machine waits 0.3 s at its end, and tasks are few.
 */
public final class Fanout {

    private static final ThreadFactory THREADS = Thread.ofPlatform().daemon().factory();

    private Fanout() {}

    /**
     * Run all tasks to their end.
     *
     * <p>A single task runs on the caller's thread. When the caller is interrupted the tasks are
     * interrupted too, and are still waited for: nothing outlives this call.
     */
    public static <T> List<T> all(List<Callable<T>> tasks) {
        return all(tasks, Integer.MAX_VALUE);
    }

    /** The same, with so many at a time at most. */
    public static <T> List<T> all(List<Callable<T>> tasks, int atMost) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        if (tasks.size() == 1) {
            return List.of(call(tasks.getFirst()));
        }
        int number = Math.min(tasks.size(), atMost);
        try (ExecutorService threads = Executors.newFixedThreadPool(number, THREADS)) {
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(threads.submit(task)));
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(await(future, threads));
            }
            return answers;
        }
    }

    private static <T> T await(Future<T> future, ExecutorService threads) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    threads.shutdownNow();
                } catch (ExecutionException e) {
                    throw unchecked(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T call(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> new IllegalStateException("a task failed without a cause");
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(cause);
        };
    }
}
