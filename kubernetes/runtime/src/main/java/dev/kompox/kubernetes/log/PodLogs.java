package dev.kompox.kubernetes.log;

import dev.kompox.driver.call.Time;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Show what several containers of some pods write, as {@code docker compose logs} does: {@code name
 * | line}, the names as wide as the widest.
 *
 * <p>What was written is told in the order of its time. Only the last run of a container counts;
 * one that has not run yet has written nothing. A line of more than 64 KiB is told as several, and
 * no more than one per container is held in memory.
 */
public final class PodLogs {

    private final ClusterConnection cluster;

    /** Show logs of a cluster. */
    public PodLogs(ClusterConnection cluster) {
        this.cluster = cluster;
    }

    /**
     * Show logs to their end or, when following, until this thread is interrupted, whose flag is
     * then set.
     *
     * <p>When following, lines come in the order in which containers tell them. A container that
     * begins again, one that has not begun yet and the pods that replace others are followed too,
     * within a second. A connection that breaks is made again without a line twice and, as long as
     * the cluster keeps the log, without one missing. It keeps one run before the last, and of a
     * log that grew too large only its later part.
     *
     * @param out written and flushed by one thread at a time, not closed
     * @return 0
     * @throws DriverException {@code Denied}; {@code Transient} if the cluster does not answer,
     *     when following for more than a minute; {@code Invalid} if {@code out} cannot be written;
     *     {@code Interrupted} if the thread is interrupted while what was written is told
     */
    public int show(LogRequest request, OutputStream out) {
        LogSource source = new LogSource(cluster, request);
        LogPrinter printer =
                new LogPrinter(
                        out, request.containers().values(), request.timestamps(), request.colour());
        List<Instance> instances = source.instances();
        Map<Instance.Key, Mark> marks;
        try (PastLines past = new PastLines(cluster, request, source, printer)) {
            marks = past.print(instances);
        }
        if (request.follow()) {
            new Follow(request, source, printer, Time.system()).print(instances, marks);
        }
        return 0;
    }
}
