package dev.kompox.kubernetes.exec;

import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.socket.Liveness;
import dev.kompox.kubernetes.socket.PodSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.WebSocket;
import java.util.List;

/**
 * Run programs in pods, any number side by side.
 *
 * <p>Spoken on the JDK's own WebSocket, because every message is awaited: large input does not pile
 * up in memory, as it does in clients that queue.
 */
public final class PodExec {

    private static final int BLOCK = Channel.MOST;

    private final ClusterConnection cluster;

    /** Run programs in the pods of a cluster. */
    public PodExec(ClusterConnection cluster) {
        this.cluster = cluster;
    }

    /**
     * Run a program to its end.
     *
     * @param mode {@link ExecMode#WITHOUT_INPUT} leaves {@code streams.in()} unread
     * @return its exit code
     * @throws DriverException {@code Transient} if the connection broke; {@code NotFound} if pod or
     *     container is not there; {@code Denied}; {@code Invalid} if the program cannot be started;
     *     {@code Interrupted}
     */
    public int run(PodTarget target, List<String> command, ExecMode mode, Streams.Piped streams) {
        RunningExec running = start(target, command, mode, streams.out(), streams.err());
        if (mode.input()) {
            Thread.ofPlatform()
                    .daemon()
                    .name("exec-input")
                    .start(() -> feed(streams.in(), running));
        }
        return running.await();
    }

    /**
     * Start a program.
     *
     * @param out taken from a thread of its own, as the program writes
     * @param err the same; nothing comes if the program has a terminal
     * @throws DriverException as {@link #run}
     */
    public RunningExec start(
            PodTarget target,
            List<String> command,
            ExecMode mode,
            OutputStream out,
            OutputStream err) {
        StringBuilder query =
                new StringBuilder("exec?container=" + PodSocket.encode(target.container()));
        query.append("&stdout=true");
        query.append(mode == ExecMode.TERMINAL ? "&tty=true" : "&stderr=true");
        if (mode.input()) {
            query.append("&stdin=true");
        }
        command.forEach(word -> query.append("&command=").append(PodSocket.encode(word)));
        return open(target, query.toString(), mode.input(), out, err, new Liveness(false));
    }

    /**
     * Connect to the standard input of a container's first process, which must read what it is
     * given at once and is asked for nothing else.
     *
     * @throws DriverException as {@link #run}
     */
    public RunningExec attach(PodTarget target) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        String query =
                "attach?container="
                        + PodSocket.encode(target.container())
                        + "&stdin=true&stdout=true";
        return open(target, query, true, nowhere, nowhere, new Liveness(true));
    }

    private RunningExec open(
            PodTarget target,
            String query,
            boolean input,
            OutputStream out,
            OutputStream err,
            Liveness liveness) {
        ExecListener listener = new ExecListener(out, err, liveness);
        WebSocket socket =
                PodSocket.open(
                        cluster,
                        "starting a program in " + target,
                        PodSocket.path(target.namespace(), target.pod()) + query,
                        List.of(Channel.PROTOCOL, Channel.OLDER),
                        listener);
        if (input && !Channel.PROTOCOL.equals(socket.getSubprotocol())) {
            socket.abort();
            throw new DriverException(
                    new Category.Unsupported("bytes.input"),
                    "the cluster of context "
                            + cluster.context()
                            + " is too old: programs can be given input that ends from Kubernetes"
                            + " 1.30 on",
                    "Update the cluster");
        }
        liveness.start(socket, listener.ended());
        return new RunningExec(cluster, target, socket, listener, liveness);
    }

    /** An input that breaks is no end of input: the program must not take a part for the whole. */
    private static void feed(InputStream in, RunningExec running) {
        byte[] block = new byte[BLOCK];
        try {
            OutputStream input = running.input();
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                input.write(block, 0, count);
            }
            input.close();
        } catch (IOException e) {
            running.breakOff(e);
        }
    }
}
