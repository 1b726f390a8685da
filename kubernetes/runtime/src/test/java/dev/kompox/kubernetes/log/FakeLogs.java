package dev.kompox.kubernetes.log;

import com.sun.net.httpserver.HttpExchange;
import dev.kompox.kubernetes.kit.FakeCluster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pods with one container {@code main} each, and their logs as a kubelet tells them. */
final class FakeLogs {

    private static final String PODS = "/api/v1/namespaces/n/pods";

    private final Map<String, Log> logs = new LinkedHashMap<>();

    /** How many lines may still be sent before the connection breaks. */
    private int beforeBreak = Integer.MAX_VALUE;

    private int opened;

    private static final class Log {
        private final Map<Integer, List<String>> lines = new LinkedHashMap<>();
        private int run = 1;

        private List<String> of(int number) {
            return lines.computeIfAbsent(number, _ -> new ArrayList<>());
        }

        private String state = "running: {}";
    }

    FakeLogs(FakeCluster cluster) {
        cluster.at(PODS, (exchange, _) -> FakeCluster.json(exchange, 200, pods()));
        cluster.at(PODS + "/", this::log);
    }

    /** Make a pod whose container runs. */
    synchronized FakeLogs pod(String pod) {
        logs.put(pod, new Log());
        return this;
    }

    /** Say that a pod's container has not begun. */
    synchronized void waits(String pod) {
        log(pod).state = "waiting: {reason: ContainerCreating}";
    }

    synchronized void runs(String pod) {
        log(pod).state = "running: {}";
        notifyAll();
    }

    /** End a container, and begin it again with an empty log. */
    synchronized void again(String pod) {
        Log log = log(pod);
        log.run++;
        notifyAll();
    }

    synchronized void remove(String pod) {
        logs.remove(pod);
        notifyAll();
    }

    /** Write a line at a time, given as its seconds and fraction. */
    synchronized void line(String pod, String second, String text) {
        log(pod).of(log(pod).run).add("2026-01-02T03:04:" + second + "Z " + text);
        notifyAll();
    }

    synchronized void breakAfter(int lines) {
        beforeBreak = lines;
    }

    synchronized int opened() {
        return opened;
    }

    private synchronized Log log(String pod) {
        return logs.computeIfAbsent(pod, _ -> new Log());
    }

    private synchronized String pods() {
        StringBuilder items = new StringBuilder();
        logs.forEach((name, log) ->
                items.append(items.isEmpty() ? "" : ", ")
                        .append(
                                """
                                {"metadata": {"name": "%1$s", "uid": "u-%1$s",
                                  "creationTimestamp": "2026-01-01T00:00:00Z"},
                                 "status": {"containerStatuses": [{"name": "main",
                                  "containerID": "%1$s-%2$d", "state": %3$s,
                                  "lastState": %4$s}]}}\
                                """
                                        .formatted(name, log.run, state(log), last(name, log))));
        return "{\"kind\": \"PodList\", \"apiVersion\": \"v1\", \"items\": [" + items + "]}";
    }

    private static String state(Log log) {
        return log.state.startsWith("running")
                ? "{\"running\": {}}"
                : "{\"waiting\": {\"reason\": \"ContainerCreating\"}}";
    }

    private static String last(String name, Log log) {
        return log.run == 1
                ? "{}"
                : "{\"terminated\": {\"exitCode\": 0, \"containerID\": \"%s-%d\"}}"
                        .formatted(name, log.run - 1);
    }

    private void log(HttpExchange exchange, Map<String, String> query) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String pod = path.substring(PODS.length() + 1, path.length() - "/log".length());
        String since = query.getOrDefault("sinceTime", "");
        Instant from = since.isEmpty() ? Instant.MIN : Instant.parse(since);
        String begin = since.isEmpty() ? "" : from.truncatedTo(ChronoUnit.SECONDS).toString();
        begin = begin.replace("Z", "");
        int run;
        List<String> lines;
        synchronized (this) {
            opened++;
            Log log = logs.get(pod);
            if (log == null || !log.state.startsWith("running")) {
                FakeCluster.json(exchange, 400, "{\"message\": \"waiting to start\"}");
                return;
            }
            run = query.containsKey("previous") ? log.run - 1 : log.run;
            lines = log.of(run);
        }
        int next = 0;
        if (query.containsKey("tailLines")) {
            next = Math.max(0, lines.size() - Integer.parseInt(query.get("tailLines")));
        }
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        boolean follow = query.containsKey("follow");
        for (String line = line(pod, run, lines, next, follow);
                !line.isEmpty();
                line = line(pod, run, lines, ++next, follow)) {
            if (line.compareTo(begin) >= 0) {
                breakIfTold();
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    private synchronized void breakIfTold() throws IOException {
        if (beforeBreak-- <= 0) {
            beforeBreak = Integer.MAX_VALUE;
            throw new IOException("broken as told");
        }
    }

    /** Return a line, or an empty one at the end. */
    private synchronized String line(
            String pod, int run, List<String> lines, int number, boolean follow) {
        while (true) {
            Log log = logs.get(pod);
            if (number < lines.size()) {
                return lines.get(number);
            }
            if (log == null || log.run != run || !follow) {
                return "";
            }
            try {
                wait();
            } catch (InterruptedException e) {
                return "";
            }
        }
    }
}
