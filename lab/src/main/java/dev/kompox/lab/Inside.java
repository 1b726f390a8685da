package dev.kompox.lab;

import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.ExecRequest;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.LogsRequest;
import dev.kompox.driver.runtime.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The inside of containers: a few programs, and what the containers have said. */
record Inside(LabWorld world) {

    private static final int UNKNOWN_COMMAND = 127;

    /** Run {@code true}, {@code false}, {@code echo} or {@code cat}. */
    int exec(Workload workload, ExecRequest request, Streams.Piped streams) {
        expectRunning(workload, request);
        List<String> command = request.command();
        try {
            return switch (command.getFirst()) {
                case "true" -> 0;
                case "false" -> 1;
                case "echo" -> {
                    String words = String.join(" ", command.subList(1, command.size()));
                    streams.out().write((words + "\n").getBytes(StandardCharsets.UTF_8));
                    yield 0;
                }
                case "cat" -> {
                    long _ = streams.in().transferTo(streams.out());
                    yield 0;
                }
                default -> UNKNOWN_COMMAND;
            };
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private void expectRunning(Workload workload, ExecRequest request) {
        synchronized (world) {
            List<Box> running =
                    world.containers.of(workload).stream()
                            .filter(box -> box.service.name().equals(request.service()))
                            .filter(box -> box.phase == Phase.RUNNING)
                            .toList();
            if (request.index() > running.size()) {
                throw new DriverException(
                        new Category.NotFound(),
                        "service " + request.service() + " does not run",
                        "kompox up " + request.service());
            }
        }
    }

    int logs(Workload workload, LogsRequest request, Streams.Piped streams) {
        StringBuilder text = new StringBuilder();
        synchronized (world) {
            for (Box box : world.containers.of(workload)) {
                if (request.services().isEmpty()
                        || request.services().contains(box.service.name())) {
                    lines(box, request).forEach(line -> text.append(line).append('\n'));
                }
            }
        }
        try {
            streams.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
            return 0;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static List<String> lines(Box box, LogsRequest request) {
        Integer tail = request.tail();
        int from = tail == null ? 0 : Math.max(0, box.lines.size() - tail);
        return box.lines.subList(from, box.lines.size()).stream()
                .map(line -> box.name + "  | " + line)
                .toList();
    }

    private static DriverException broken(IOException e) {
        return new DriverException(
                new Category.Transient(), "the stream broke: " + e.getMessage(), null, null, e);
    }
}
