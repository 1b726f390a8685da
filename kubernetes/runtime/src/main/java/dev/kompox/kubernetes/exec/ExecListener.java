package dev.kompox.kubernetes.exec;

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
 * Takes a program's messages apart. The next one is asked for only when the one before has been
 * written on, so that whoever reads slowly slows the program.
 */
final class ExecListener implements WebSocket.Listener {

    private final OutputStream out;
    private final OutputStream err;
    private final Liveness liveness;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final ByteArrayOutputStream status = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[Channel.MOST];
    private @Nullable Channel channel;

    ExecListener(OutputStream out, OutputStream err, Liveness liveness) {
        this.out = out;
        this.err = err;
        this.liveness = liveness;
    }

    /** The status message, or why there is none. */
    CompletableFuture<String> ended() {
        return ended;
    }

    /** Break off, if it has not ended. */
    void fail(Throwable cause) {
        ended.completeExceptionally(cause);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        liveness.busy();
        Channel current = channel;
        if (current == null && data.hasRemaining()) {
            current = Channel.of(data.get());
        }
        if (current != null) {
            take(socket, current, data, last);
        }
        channel = last ? null : current;
        liveness.heard();
        socket.request(1);
        return null;
    }

    private void take(WebSocket socket, Channel from, ByteBuffer data, boolean last) {
        try {
            switch (from) {
                case OUTPUT -> pass(data, out, last);
                case ERROR -> pass(data, err, last);
                case STATUS -> {
                    pass(data, status, last);
                    if (last && status.size() > 0) {
                        ended.complete(status.toString(StandardCharsets.UTF_8));
                    }
                }
                case INPUT, SIZE, END, UNKNOWN -> data.position(data.limit());
            }
        } catch (IOException e) {
            fail(new IOException("nobody takes what the program writes: " + e.getMessage(), e));
            socket.abort();
        }
    }

    private void pass(ByteBuffer data, OutputStream to, boolean last) throws IOException {
        while (data.hasRemaining()) {
            int part = Math.min(buffer.length, data.remaining());
            data.get(buffer, 0, part);
            to.write(buffer, 0, part);
        }
        if (last) {
            to.flush();
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
        fail(
                new IOException(
                        "the server closed it"
                                + (reason.isBlank() ? " with code " + code : ": " + reason)));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        fail(error);
    }
}
