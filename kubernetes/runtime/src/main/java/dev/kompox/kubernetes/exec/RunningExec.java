package dev.kompox.kubernetes.exec;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.socket.Liveness;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs in a pod.
 *
 * <p>What it writes is passed on as it comes and no faster than it is taken; what it is given goes
 * no faster than it reads. Closing breaks the connection; whether the program then ends is its own
 * affair.
 */
public final class RunningExec implements AutoCloseable {

    private final ClusterConnection cluster;
    private final PodTarget target;
    private final WebSocket socket;
    private final ExecListener listener;
    private final Liveness liveness;

    RunningExec(
            ClusterConnection cluster,
            PodTarget target,
            WebSocket socket,
            ExecListener listener,
            Liveness liveness) {
        this.cluster = cluster;
        this.target = target;
        this.socket = socket;
        this.listener = listener;
        this.liveness = liveness;
    }

    /** Return the program's standard input; closing it ends the input. */
    public OutputStream input() {
        return new Input();
    }

    /** Tell the program's terminal how large it is. */
    public void resize(int columns, int rows) {
        byte[] size =
                ("{\"Width\":" + columns + ",\"Height\":" + rows + "}")
                        .getBytes(StandardCharsets.UTF_8);
        try {
            send(Channel.SIZE.message(size, 0, size.length));
        } catch (IOException e) {
            // the program has ended; its exit code tells
        }
    }

    /**
     * Wait for the program's end.
     *
     * @return its exit code
     * @throws DriverException {@code Transient} if the connection broke; {@code NotFound} if pod or
     *     container is not there; {@code Interrupted}, with the connection closed
     */
    public int await() {
        try {
            return ExecStatus.code(target, listener.ended().get());
        } catch (InterruptedException e) {
            throw DriverException.interrupted("a program ran in " + target, e);
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        } finally {
            close();
        }
    }

    /** Tell whether the program has ended or the connection has broken. */
    public boolean done() {
        return listener.ended().isDone();
    }

    /** Break the connection. Never fails. */
    @Override
    public void close() {
        breakOff(new IOException("closed by its user"));
    }

    /** Break the connection for a reason; what has ended has ended. */
    void breakOff(IOException reason) {
        listener.fail(reason);
        liveness.stop();
        socket.abort();
    }

    private synchronized void send(ByteBuffer message) throws IOException {
        CompletableFuture<WebSocket> sent = socket.sendBinary(message, true);
        try {
            liveness.sent();
            CompletableFuture.anyOf(sent, listener.ended()).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing to " + target, e);
        } catch (ExecutionException e) {
            throw new IOException("the connection to " + target + " broke", e.getCause());
        }
        if (!sent.isDone()) {
            throw new IOException("the program in " + target + " has ended");
        }
    }

    private DriverException broken(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException e) {
            return cluster.failure("a program ran in " + target, e);
        }
        String reason =
                cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return new DriverException(
                new Category.Transient(),
                "the connection to " + target + " broke off" + reason,
                "kubectl -n " + target.namespace() + " get pod " + target.pod(),
                null,
                cause);
    }

    private final class Input extends OutputStream {
        private boolean ended;

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; done += Channel.MOST) {
                int part = Math.min(Channel.MOST, length - done);
                send(Channel.INPUT.message(bytes, offset + done, part));
            }
        }

        @Override
        public void close() throws IOException {
            if (!ended) {
                ended = true;
                send(Channel.endOfInput());
            }
        }
    }
}
