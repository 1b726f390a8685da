package dev.kompox.driver.csi.run;

import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.ExecRequest;
import dev.kompox.driver.runtime.LogsRequest;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.copy.PodCopy;
import dev.kompox.kubernetes.exec.ExecMode;
import dev.kompox.kubernetes.exec.PodExec;
import dev.kompox.kubernetes.exec.PodTarget;
import dev.kompox.kubernetes.log.LogRequest;
import dev.kompox.kubernetes.log.PodLogs;
import dev.kompox.kubernetes.rollout.Component;
import dev.kompox.kubernetes.rollout.Pods;
import dev.kompox.kubernetes.terminal.TerminalExec;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Programs inside the containers of an app's pod, and what they write. */
record Inside(ClusterConnection cluster, Component component) {

    int exec(ExecRequest request, Streams streams) {
        if (request.user() != null) {
            throw new DriverException(
                    new Category.Unsupported("exec.user"),
                    "a program in a pod runs as the container's own user",
                    "Leave --user out");
        }
        PodTarget target = target(request.service());
        if (request.terminal() && streams instanceof Streams.Inherited) {
            return new TerminalExec(cluster).run(target, command(request));
        }
        Streams.Piped piped = piped(streams);
        try {
            return new PodExec(cluster).run(target, command(request), ExecMode.WITH_INPUT, piped);
        } catch (DriverException e) {
            return unstartable(e, piped);
        }
    }

    /** A program that is not there, or is none, has the exit codes that a shell gives it. */
    private static int unstartable(DriverException failure, Streams.Piped piped) {
        String sentence = failure.sentence();
        boolean absent =
                sentence.contains("executable file not found")
                        || sentence.contains("no such file or directory");
        if (!absent && !sentence.contains("permission denied")) {
            throw failure;
        }
        new PrintStream(piped.err(), true, StandardCharsets.UTF_8).println("error: " + sentence);
        return absent ? 127 : 126;
    }

    private static List<String> command(ExecRequest request) {
        List<String> command = new ArrayList<>();
        if (request.workingDirectory() != null) {
            // the directory and the program are arguments: the shell reads neither as its own text
            command.addAll(
                    List.of(
                            "/bin/sh",
                            "-c",
                            "cd \"$0\" && exec \"$@\"",
                            request.workingDirectory()));
        }
        if (!request.environment().isEmpty()) {
            command.add("env");
            for (String setting : request.environment()) {
                String value = setting.contains("=") ? null : System.getenv(setting);
                command.add(value == null ? setting : setting + "=" + value);
            }
        }
        command.addAll(request.command());
        return command;
    }

    private static Streams.Piped piped(Streams streams) {
        return switch (streams) {
            case Streams.Piped piped -> piped;
            case Streams.Inherited() ->
                    new Streams.Piped(
                            new FileInputStream(FileDescriptor.in),
                            new FileOutputStream(FileDescriptor.out),
                            new FileOutputStream(FileDescriptor.err));
        };
    }

    /** Return the running container of a service. */
    PodTarget target(String service) {
        for (Pod pod : new Pods(cluster, component).list()) {
            for (ContainerStatus status : Pods.statuses(pod)) {
                boolean wanted =
                        component.members().containsKey(status.getName())
                                && component
                                        .members()
                                        .get(status.getName())
                                        .label()
                                        .equals(service);
                if (wanted && Pods.running(status)) {
                    return new PodTarget(
                            component.namespace(), pod.getMetadata().getName(), status.getName());
                }
            }
        }
        throw new DriverException(
                new Category.NotFound(), "service " + service + " does not run", "kompox up");
    }

    int logs(LogsRequest request, Streams streams) {
        SequencedMap<String, String> shown = new LinkedHashMap<>();
        component
                .members()
                .forEach((container, member) -> {
                    if (request.services().isEmpty()
                            || request.services().contains(member.label())) {
                        shown.put(container, member.label());
                    }
                });
        return new PodLogs(cluster)
                .show(
                        new LogRequest(
                                component.namespace(),
                                component.selector(),
                                shown,
                                request.follow(),
                                request.tail(),
                                Since.parse(request.since(), Instant.now()),
                                request.timestamps(),
                                request.colour()),
                        piped(streams).out());
    }

    int copy(String from, String to, Streams streams) {
        String service = service(from);
        String into = service(to);
        if ((service == null) == (into == null)) {
            throw new DriverException(
                    new Category.Invalid(),
                    "one of the two is in a service, written SERVICE:PATH",
                    "kompox help cp");
        }
        Streams.Piped piped = piped(streams);
        PodCopy copy =
                new PodCopy(
                        cluster,
                        sentence ->
                                new PrintStream(piped.err(), true, StandardCharsets.UTF_8)
                                        .println("warning: " + sentence));
        return service == null
                ? copy.upload(
                        target(String.valueOf(into)),
                        from,
                        to.substring(to.indexOf(':') + 1),
                        piped.in())
                : copy.download(
                        target(service), from.substring(from.indexOf(':') + 1), to, piped.out());
    }

    /**
     * What stands before the first colon of a path in a service; null for a path of this machine.
     */
    private @Nullable String service(String path) {
        int colon = path.indexOf(':');
        boolean local = colon < 0 || path.startsWith("/") || path.startsWith(".");
        return local ? null : path.substring(0, colon);
    }
}
