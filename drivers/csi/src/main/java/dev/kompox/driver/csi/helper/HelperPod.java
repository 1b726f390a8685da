package dev.kompox.driver.csi.helper;

import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.bytes.TreeCopy;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.ExecMode;
import dev.kompox.kubernetes.exec.PodExec;
import dev.kompox.kubernetes.exec.PodTarget;
import dev.kompox.kubernetes.exec.RunningExec;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A running helper; closing it removes it. */
public final class HelperPod implements AutoCloseable {

    private static final int NO_SPACE = 28;
    private static final int NO_QUOTA = 122;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final byte[] BEAT = {'\n'};

    private final ClusterConnection cluster;
    private final PodExec exec;
    private final Pod pod;
    private final PodTarget target;
    private final RunningExec attached;
    private final Thread heartbeat;

    HelperPod(ClusterConnection cluster, PodExec exec, Pod pod) {
        this.cluster = cluster;
        this.exec = exec;
        this.pod = pod;
        this.target =
                new PodTarget(
                        pod.getMetadata().getNamespace(),
                        pod.getMetadata().getName(),
                        HelperSpec.CONTAINER);
        this.attached = exec.attach(target);
        this.heartbeat = Thread.ofPlatform().daemon().name("helper-heartbeat").start(this::beat);
    }

    private void beat() {
        try {
            OutputStream input = attached.input();
            while (!Thread.currentThread().isInterrupted()) {
                input.write(BEAT);
                Thread.sleep(EVERY);
            }
        } catch (IOException | InterruptedException e) {
            // the helper has ended or is about to; it needs no more beats
        }
    }

    /**
     * Run a program with streams and return its exit code.
     *
     * @param feeds whether the program reads its standard input
     */
    public int run(List<String> command, Streams.Piped streams, boolean feeds) {
        return exec.run(
                target, command, feeds ? ExecMode.WITH_INPUT : ExecMode.WITHOUT_INPUT, streams);
    }

    /**
     * Run a program that must succeed.
     *
     * @param what what it does, for the failure's sentence
     */
    public void check(String what, List<String> command, OutputStream out) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(command, Streams.Piped.to(out, err), false);
        if (code == 0) {
            return;
        }
        if (code == NO_SPACE || code == NO_QUOTA) {
            throw new DriverException(
                    new Category.Quota("space on the disk", null, null),
                    what + " failed: no space left on the disk",
                    TreeCopy.REMEDY);
        }
        String said = err.toString(StandardCharsets.UTF_8).strip();
        throw new DriverException(
                code == 137 ? new Category.Transient() : new Category.Invalid(),
                what + " failed: " + (said.isEmpty() ? "exit code " + code : said),
                "kompox doctor");
    }

    @Override
    public void close() {
        heartbeat.interrupt();
        try {
            OutputStream input = attached.input();
            input.write("end\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // it has ended already
        }
        try {
            PodRemoval.complete(cluster, pod);
        } finally {
            attached.close();
        }
    }
}
