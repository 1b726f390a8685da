package dev.kompox.kubernetes.socket;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a connection whose other end has gone without saying so.
 *
 * <p>A server that cannot pass on what a pod is given does not answer pings either. So silence
 * counts only if nothing was sent since it was last heard; unless the pod is known to read at once.
 */
public final class Liveness {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final long LIMIT = Duration.ofSeconds(60).toNanos();

    private final boolean readsAtOnce;
    private volatile long heard = System.nanoTime();
    private volatile boolean owed;
    private volatile boolean busy;
    private @Nullable Thread thread;

    /** Watch over a connection to a pod that reads at once what it is given, or may not. */
    public Liveness(boolean readsAtOnce) {
        this.readsAtOnce = readsAtOnce;
    }

    /**
     * Begin to listen for life.
     *
     * @param ended completed when the connection has ended; completed exceptionally here when it
     *     has died, and the socket aborted
     */
    public synchronized void start(WebSocket socket, CompletableFuture<?> ended) {
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("socket-liveness")
                        .start(() -> watch(socket, ended));
    }

    /** Something came. */
    public void heard() {
        heard = System.nanoTime();
        owed = false;
        busy = false;
    }

    /** Something is being written on, which may take its time. */
    public void busy() {
        busy = true;
    }

    /** Something was sent. */
    public void sent() {
        owed = true;
    }

    /** Stop listening. */
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void watch(WebSocket socket, CompletableFuture<?> ended) {
        try {
            while (!ended.isDone()) {
                Thread.sleep(EVERY);
                boolean counts = !busy && (readsAtOnce || !owed);
                if (counts && System.nanoTime() - heard > LIMIT) {
                    ended.completeExceptionally(
                            new IOException("the server has been silent for a minute"));
                    socket.abort();
                    return;
                }
                // a ping that is still on its way need not be followed by another
                socket.sendPing(ByteBuffer.allocate(0)).exceptionally(_ -> socket);
            }
        } catch (InterruptedException e) {
            // it has ended
        }
    }
}
