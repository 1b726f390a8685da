package dev.kompox.kubernetes.forward;

import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.PodTarget;
import dev.kompox.kubernetes.socket.Liveness;
import dev.kompox.kubernetes.socket.PodSocket;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection, from a local socket to a pod's port.
 *
 * <p>The server's subprotocol {@code v4.channel.k8s.io}: channel 0 carries bytes, channel 1 an
 * error. A pod's end is a closed WebSocket without an error. Whatever else ends it resets the local
 * connection, so that a part is never taken for the whole.
 */
final class Relay {

    /** The most bytes in a message. */
    static final int BLOCK = 64 * 1024;

    private static final String PROTOCOL = "v4.channel.k8s.io";

    /** After the local side has ended, the pod has so long to answer, from byte to byte. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final ClusterConnection cluster;
    private final LocalEnd local;
    private final int port;
    private final Notes notes;

    Relay(ClusterConnection cluster, LocalEnd local, int port, Notes notes) {
        this.cluster = cluster;
        this.local = local;
        this.port = port;
        this.notes = notes;
    }

    /** Pass bytes on until both sides have ended or one has broken. */
    void run(Supplier<PodTarget> pod) {
        Liveness liveness = new Liveness(false);
        RelayListener listener = new RelayListener(local.output(), liveness, notes::well);
        try {
            local.begin();
            PodTarget target = pod.get();
            listener.ended()
                    .exceptionally(_ -> null)
                    .thenAccept(words -> ended(target, listener, words))
                    .exceptionally(_ -> null);
            WebSocket socket = open(target, listener);
            liveness.start(socket, listener.ended());
            try {
                pass(socket, listener.ended(), liveness);
                await(socket, listener.ended());
                local.drain(FAREWELL);
            } finally {
                socket.abort();
            }
            local.close();
        } catch (DriverException e) {
            notes.trouble(e.sentence());
        } catch (IOException | ExecutionException | InterruptedException e) {
            // it broke on one side; the other is told below
        } finally {
            liveness.stop();
            local.reset();
        }
    }

    /** Break it. */
    void stop() {
        local.reset();
    }

    private WebSocket open(PodTarget target, RelayListener listener) {
        return PodSocket.open(
                cluster,
                "connecting to port " + port + " of pod " + target.pod(),
                PodSocket.path(target.namespace(), target.pod()) + "portforward?ports=" + port,
                List.of(PROTOCOL),
                listener);
    }

    /** Pass on what the local side says until it ends or the pod does. */
    private void pass(WebSocket socket, CompletableFuture<String> ended, Liveness liveness)
            throws IOException, ExecutionException, InterruptedException {
        // a message begins with its channel, which is 0
        byte[] block = new byte[BLOCK + 1];
        int count = 0;
        while (count >= 0 && !ended.isDone()) {
            if (count > 0) {
                liveness.sent();
                CompletableFuture<WebSocket> sent =
                        socket.sendBinary(ByteBuffer.wrap(block, 0, count + 1), true);
                CompletableFuture.anyOf(sent, ended).get();
            }
            count = local.read(block, 1);
        }
    }

    /**
     * Wait for the pod's end. The protocol cannot tell it that the local side has ended, and a pod
     * that waits for that says nothing; so does one that is asked by somebody who is gone.
     */
    private void await(WebSocket socket, CompletableFuture<String> ended)
            throws ExecutionException, InterruptedException, IOException {
        while (true) {
            try {
                ended.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (local.quiet() > ANSWER.toNanos()) {
                    break;
                }
            }
        }
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(_ -> socket);
        try {
            ended.get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the pod's side does not end", e);
        }
    }

    /** Tell the local side of the pod's end. */
    private void ended(PodTarget target, RelayListener listener, @Nullable String words) {
        if (words != null && words.isEmpty()) {
            local.endOutput();
            return;
        }
        if (words != null && !listener.data()) {
            notes.trouble(sentence(target, words));
        }
        local.reset();
    }

    private String sentence(PodTarget target, String words) {
        return words.contains("connection refused")
                ? "nothing listens on port " + port + " of 127.0.0.1 within pod " + target.pod()
                : "port " + port + " of pod " + target.pod() + " cannot be reached: " + words;
    }
}
