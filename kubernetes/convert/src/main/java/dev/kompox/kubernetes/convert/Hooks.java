package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.kubernetes.convert.Conversion.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What runs in a container after its start and before its end.
 *
 * <p>A cluster sends SIGTERM, or what the image says. Another signal is sent by a hook, which then
 * waits for the end of process 1: what came after a shorter hook would be SIGTERM.
 *
 * @param after the command after the start, or null
 * @param before the command before the end, or null
 * @param signal the signal's number, or null for the cluster's own
 */
record Hooks(
        @Nullable List<String> after, @Nullable List<String> before, @Nullable Integer signal) {

    private static final String SHELL = "the image needs /bin/sh for it";
    private static final String SHELL_TO_START =
            "the image needs /bin/sh, or the app does not start";

    static Hooks of(Service service, Role role, Findings findings) {
        if (role == Role.ONCE) {
            for (String key : List.of("post_start", "pre_stop", "stop_signal")) {
                if (service.node().has(key)) {
                    ignored(
                            service,
                            key,
                            "a service whose end others wait for has no hooks",
                            findings);
                }
            }
            return new Hooks(null, null, null);
        }
        Hooks hooks =
                new Hooks(
                        command(service, "post_start", findings),
                        command(service, "pre_stop", findings),
                        signal(service, role, findings));
        if (hooks.before != null && (hooks.signal != null || role == Role.SIDECAR)) {
            findings.caveat(
                    path(service, "pre_stop"), ServiceKeys.at(service, "pre_stop"), shell(role));
        }
        return hooks;
    }

    /** Tell whether something is done before the end. */
    boolean beforeEnd() {
        return before != null || signal != null;
    }

    /** Return the hooks; those before the end wait for a turn unless it is null. */
    Body lifecycle(@Nullable Turn turn) {
        return new Body().with("postStart", exec(after)).with("preStop", exec(last(turn)));
    }

    private @Nullable List<String> last(@Nullable Turn turn) {
        if (signal == null && turn == null) {
            return before;
        }
        List<String> steps = new ArrayList<>();
        if (turn != null) {
            steps.add(turn.await());
        }
        if (before != null) {
            steps.add(before.stream().map(Hooks::quoted).collect(Collectors.joining(" ")));
        }
        if (signal != null) {
            steps.add("kill -" + Signals.word(signal) + " 1");
            steps.add("while kill -0 1 2>/dev/null; do sleep 0.1; done");
        }
        return List.of("/bin/sh", "-c", String.join("; ", steps));
    }

    /**
     * What a hook of several steps needs; a sidecar's turn is a container that needs it at once.
     */
    private static String shell(Role role) {
        return role == Role.SIDECAR ? SHELL_TO_START : SHELL;
    }

    private static Body exec(@Nullable List<String> command) {
        return command == null
                ? new Body()
                : new Body().with("exec", new Body().with("command", command));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static @Nullable Integer signal(Service service, Role role, Findings findings) {
        String text = service.stopSignal();
        if (text == null || text.isEmpty()) {
            return null;
        }
        String path = path(service, "stop_signal");
        Optional<Integer> number = Signals.number(text);
        if (number.isEmpty()) {
            findings.rejected(
                    path,
                    ServiceKeys.at(service, "stop_signal"),
                    text + " is no signal; write one such as SIGINT");
            return null;
        }
        if (number.get() == Signals.TERM) {
            findings.caveat(
                    path,
                    ServiceKeys.at(service, "stop_signal"),
                    "an image that says otherwise (STOPSIGNAL) gets what it says");
            return null;
        }
        if (Signals.unheard(number.get())) {
            findings.caveat(
                    path,
                    ServiceKeys.at(service, "stop_signal"),
                    "it is killed only if it has not ended by itself after stop_grace_period");
            return null;
        }
        findings.caveat(
                path,
                ServiceKeys.at(service, "stop_signal"),
                "sent to process 1, which must be the service's program itself; " + shell(role));
        return number.get();
    }

    private static @Nullable List<String> command(Service service, String key, Findings findings) {
        if (!(service.node().get(key) instanceof SequenceNode hooks) || hooks.items().isEmpty()) {
            return null;
        }
        if (hooks.items().size() > 1 || !(hooks.items().getFirst() instanceof MappingNode hook)) {
            ignored(service, key, "not run: a container has one hook; write one command", findings);
            return null;
        }
        for (String other : List.of("user", "privileged", "working_dir", "environment")) {
            if (hook.has(other) && !"false".equals(ServiceKeys.text(hook, other))) {
                ignored(
                        service,
                        key,
                        "not run: a container's hook has no " + other + " of its own",
                        findings);
                return null;
            }
        }
        List<String> command = ServiceKeys.texts(hook, "command");
        return command.isEmpty() ? null : command;
    }

    private static void ignored(Service service, String key, String text, Findings findings) {
        findings.ignored(path(service, key), ServiceKeys.at(service, key), text);
    }

    private static String path(Service service, String key) {
        return "services." + service.name() + "." + key;
    }
}
