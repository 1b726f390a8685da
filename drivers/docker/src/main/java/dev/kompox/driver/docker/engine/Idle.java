package dev.kompox.driver.docker.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps connections for the next request: to make one anew takes a handshake by TLS, and a login
 * through ssh. On a socket of this machine it takes nothing, so there nothing is kept.
 */
final class Idle {

    /** An engine, or what stands before it, may close what is idle for long. */
    private static final long LONGEST = Duration.ofSeconds(10).toNanos();

    private final boolean keeps;
    private final Deque<Kept> kept = new ArrayDeque<>();

    private record Kept(Connection connection, long since) {}

    Idle(Endpoint endpoint) {
        keeps = !(endpoint instanceof Endpoint.Unix);
    }

    boolean keeps() {
        return keeps;
    }

    /** Return the connection used last, or null if there is none that is fresh. */
    synchronized @Nullable Connection take() {
        Kept last = kept.pollFirst();
        if (last == null) {
            return null;
        }
        if (System.nanoTime() - last.since < LONGEST) {
            return last.connection;
        }
        last.connection.close();
        kept.forEach(older -> older.connection.close());
        kept.clear();
        return null;
    }

    synchronized void put(Connection connection) {
        kept.addFirst(new Kept(connection, System.nanoTime()));
    }
}
