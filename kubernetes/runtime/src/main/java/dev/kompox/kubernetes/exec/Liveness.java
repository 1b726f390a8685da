package dev.kompox.kubernetes.exec;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a connection whose other end has gone without saying so.
 *
 * <p>A server that cannot pass on a program's input does not answer pings either. So silence counts
 * only if no input was sent since it was last heard; unless the program is known to read at once.
 */
final class Liveness {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final long LIMIT = Duration.ofSeconds(60).toNanos();

    private final boolean readsAtOnce;
    private volatile long heard = System.nanoTime();
    private volatile boolean owed;
    private volatile boolean busy;
    private @Nullable Thread thread;

    Liveness(boolean readsAtOnce) {
        this.readsAtOnce = readsAtOnce;
    }

    /** Begin to listen for life. */
    synchronized void start(WebSocket socket, ExecListener listener) {
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("exec-liveness")
                        .start(() -> watch(socket, listener));
    }

    /** Something came. */
    void heard() {
        heard = System.nanoTime();
        owed = false;
        busy = false;
    }

    /** Something is being written on, which may take its time. */
    void busy() {
        busy = true;
    }

    /** Input was sent. */
    void sent() {
        owed = true;
    }

    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void watch(WebSocket socket, ExecListener listener) {
        try {
            while (!listener.ended().isDone()) {
                Thread.sleep(EVERY);
                boolean counts = !busy && (readsAtOnce || !owed);
                if (counts && System.nanoTime() - heard > LIMIT) {
                    listener.fail(new IOException("the server has been silent for a minute"));
                    socket.abort();
                    return;
                }
                // a ping that is still on its way need not be followed by another
                socket.sendPing(ByteBuffer.allocate(0)).exceptionally(_ -> socket);
            }
        } catch (InterruptedException e) {
            // the program has ended
        }
    }
}
