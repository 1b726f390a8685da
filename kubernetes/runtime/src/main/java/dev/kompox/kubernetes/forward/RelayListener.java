package dev.kompox.kubernetes.forward;

import dev.kompox.kubernetes.socket.Liveness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Takes apart what comes from a pod's port. The next message is asked for only when the one before
 * has been written on, so that whoever reads slowly slows the pod.
 */
final class RelayListener implements WebSocket.Listener {

    /** Each channel begins with the number of the port, in two bytes. */
    private static final int PORT = 2;

    private static final int MOST_WORDS = 16 * 1024;

    private final OutputStream out;
    private final Liveness liveness;
    private final Runnable begun;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[Relay.BLOCK];
    private final int[] skip = {PORT, PORT};
    private int channel = -1;
    private boolean data;

    /**
     * Listen.
     *
     * @param out where the pod's bytes go
     * @param begun run when the first have come
     */
    RelayListener(OutputStream out, Liveness liveness, Runnable begun) {
        this.out = out;
        this.liveness = liveness;
        this.begun = begun;
    }

    /**
     * Completed when the pod's side has ended, with the words of the error or with nothing; or
     * exceptionally when the connection broke.
     */
    CompletableFuture<String> ended() {
        return ended;
    }

    /** Tell whether any byte of the pod's has come. */
    boolean data() {
        return data;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer bytes, boolean last) {
        liveness.busy();
        if (channel < 0 && bytes.hasRemaining()) {
            channel = bytes.get();
        }
        if (channel == 0 || channel == 1) {
            int port = Math.min(skip[channel], bytes.remaining());
            bytes.position(bytes.position() + port);
            skip[channel] -= port;
            take(socket, bytes);
        }
        if (last) {
            channel = -1;
        }
        liveness.heard();
        socket.request(1);
        return null;
    }

    private void take(WebSocket socket, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                int part = Math.min(buffer.length, bytes.remaining());
                bytes.get(buffer, 0, part);
                if (channel == 0) {
                    if (!data) {
                        data = true;
                        begun.run();
                    }
                    out.write(buffer, 0, part);
                } else if (words.size() < MOST_WORDS) {
                    words.write(buffer, 0, part);
                }
            }
        } catch (IOException e) {
            ended.completeExceptionally(e);
            socket.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        liveness.heard();
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        if (code == WebSocket.NORMAL_CLOSURE) {
            ended.complete(words.toString(StandardCharsets.UTF_8));
        } else {
            ended.completeExceptionally(new IOException("closed with code " + code));
        }
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        ended.completeExceptionally(error);
    }
}
