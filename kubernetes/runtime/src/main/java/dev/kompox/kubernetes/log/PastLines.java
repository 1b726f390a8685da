package dev.kompox.kubernetes.log;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Prints what there is of several logs, in the order of time; holds one line of each. */
final class PastLines implements AutoCloseable {

    private static final Comparator<Log> ORDER =
            Comparator.comparing((Log log) -> log.line.time()).thenComparingInt(log -> log.number);

    private final ClusterConnection cluster;
    private final LogRequest request;
    private final LogSource source;
    private final LogPrinter printer;
    private final List<Log> open = new ArrayList<>();

    PastLines(ClusterConnection cluster, LogRequest request, LogSource source, LogPrinter printer) {
        this.cluster = cluster;
        this.request = request;
        this.source = source;
        this.printer = printer;
    }

    private static final class Log {
        private final Instance instance;
        private final LogReader reader;
        private final Mark mark;
        private final int number;
        private LogLine line;

        Log(Instance instance, LogReader reader, LogLine line, Mark mark, int number) {
            this.instance = instance;
            this.reader = reader;
            this.line = line;
            this.mark = mark;
            this.number = number;
        }
    }

    /** Print, and return how far each log was read. */
    Map<Instance.Key, Mark> print(List<Instance> instances) {
        Map<Instance.Key, Mark> marks = new LinkedHashMap<>();
        PriorityQueue<Log> next = new PriorityQueue<>(ORDER);
        for (Instance instance : instances) {
            Mark mark = new Mark(request.since());
            marks.put(instance.key(), mark);
            Log log = instance.current() == null ? null : open(instance, mark);
            if (log != null) {
                next.add(log);
            }
        }
        while (true) {
            Log log = next.poll();
            if (log == null) {
                printer.flush();
                return marks;
            }
            boolean shown = request.tail() == null || request.tail() > 0;
            if (log.mark.fresh(log.line.time()) && shown) {
                printer.line(log.instance.label(), log.line);
            }
            LogLine line = next(log.instance, log.reader);
            if (line != null) {
                log.line = line;
                next.add(log);
            }
        }
    }

    /** Open a log at its first line; null if there is none. */
    private @Nullable Log open(Instance instance, Mark mark) {
        // of a log of which nothing is to be shown, one line tells where it ends
        Integer tail = request.tail() == null ? null : Math.max(1, request.tail());
        LogReader reader;
        try {
            reader = source.open(instance, LogSource.Part.PAST, mark.start(), tail);
        } catch (DriverException e) {
            if (gone(e)) {
                return null;
            }
            throw e;
        }
        int number = open.size();
        LogLine first = next(instance, reader);
        if (first == null) {
            return null;
        }
        Log log = new Log(instance, reader, first, mark, number);
        open.add(log);
        return log;
    }

    /** The pod went, or the container began anew, after it was listed. */
    private static boolean gone(DriverException e) {
        return e.category() instanceof Category.NotFound
                || e.category() instanceof Category.Invalid;
    }

    private @Nullable LogLine next(Instance instance, LogReader reader) {
        try {
            return reader.next();
        } catch (IOException e) {
            String doing = LogSource.doing(instance);
            if (Thread.currentThread().isInterrupted()) {
                throw DriverException.interrupted(doing, new InterruptedException());
            }
            throw cluster.failure(doing, new UncheckedIOException(e));
        }
    }

    @Override
    public void close() {
        for (Log log : open) {
            try {
                log.reader.close();
            } catch (IOException e) {
                // nothing more is wanted of it
            }
        }
    }
}
