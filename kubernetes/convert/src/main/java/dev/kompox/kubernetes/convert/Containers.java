package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Healthcheck;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.kubernetes.convert.Conversion.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Services as containers. */
final class Containers {

    // a key of a Secret
    private static final Pattern VARIABLE = Pattern.compile("(?!\\.\\.|\\.$)[-._a-zA-Z0-9]{1,253}");

    private final Project project;
    private final Contents contents;
    private final Mounts mounts;
    private final PodVolumes volumes;
    private final ContainerNames names;
    private final Roles roles;
    private final Grace grace;
    private final Findings findings;

    Containers(
            Project project,
            Contents contents,
            Mounts mounts,
            PodVolumes volumes,
            ContainerNames names,
            Roles roles,
            Grace grace,
            Findings findings) {
        this.project = project;
        this.contents = contents;
        this.mounts = mounts;
        this.volumes = volumes;
        this.names = names;
        this.roles = roles;
        this.grace = grace;
        this.findings = findings;
    }

    /** Return a service's container, and what else starts with it. */
    List<Map<String, Object>> of(Service service) {
        Role role = roles.of(service);
        List<Map<String, Object>> mounted = new ArrayList<>(mounts.of(service));
        Hooks hooks = Hooks.of(service, role, findings);
        Turn turn = null;
        if (role == Role.SIDECAR && hooks.beforeEnd()) {
            turn = new Turn(volumes.scratch(service.name()), grace.before(service));
            mounted.add(turn.mount());
        }
        Body container =
                new Body()
                        .with("name", names.of(service))
                        .with("image", project.image(service))
                        .with("imagePullPolicy", pullPolicy(service))
                        .with("restartPolicy", role == Role.SIDECAR ? "Always" : null)
                        .with("command", escaped(entrypoint(service)))
                        .with("args", escaped(bare(service) ? null : service.command()))
                        .with("workingDir", ServiceKeys.text(service.node(), "working_dir"))
                        .with("envFrom", environment(service))
                        .with("resources", Resources.of(service, findings))
                        .with("volumeMounts", mounted)
                        .with("lifecycle", hooks.lifecycle(turn))
                        .with("securityContext", Security.context(service, findings));
        if (ServiceKeys.flag(service.node(), "stdin_open")) {
            container.with("stdin", true);
        }
        if (ServiceKeys.flag(service.node(), "tty")) {
            container.with("tty", true);
        }
        Healthcheck check = service.healthcheck();
        if (check != null) {
            Probes.put(container, check, role, roles.awaitedHealthy(service));
        }
        ServiceRules.judge(service, role, roles.awaitedHealthy(service), findings);
        return turn == null
                ? List.of(container.map())
                : List.of(container.map(), turn.container(container).map());
    }

    /** Tell whether a service takes the image's entrypoint away. */
    private static boolean bare(Service service) {
        return service.entrypoint() != null && service.entrypoint().isEmpty();
    }

    private @Nullable List<String> entrypoint(Service service) {
        if (!bare(service)) {
            return service.entrypoint();
        }
        if (service.command() == null || service.command().isEmpty()) {
            findings.rejected(
                    "services." + service.name() + ".entrypoint",
                    ServiceKeys.at(service, "entrypoint"),
                    "a cluster cannot take away an image's entrypoint and keep its command; write"
                            + " the command");
        }
        return service.command();
    }

    private static @Nullable String pullPolicy(Service service) {
        String policy = ServiceKeys.text(service.node(), "pull_policy");
        return switch (policy) {
            case null -> "IfNotPresent";
            case "always", "newest" -> "Always";
            case "never" -> "Never";
            default -> "IfNotPresent";
        };
    }

    private @Nullable List<Map<String, Object>> environment(Service service) {
        SortedMap<String, String> variables = new TreeMap<>();
        service.environment()
                .forEach((key, value) -> {
                    if (value != null && VARIABLE.matcher(key).matches()) {
                        variables.put(key, value);
                    } else if (value != null) {
                        findings.rejected(
                                "services." + service.name() + ".environment",
                                ServiceKeys.at(service, "environment"),
                                "a Secret cannot hold a variable of the name " + key);
                    }
                });
        if (variables.isEmpty()) {
            return null;
        }
        long bytes =
                variables.values().stream()
                        .mapToLong(value -> value.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
        if (bytes > LocalFiles.LARGEST) {
            findings.rejected(
                    "services." + service.name() + ".environment",
                    ServiceKeys.at(service, "environment"),
                    "it is larger than the 1 MB that a cluster keeps in one object");
        }
        String secret = contents.environment(names.of(service), variables);
        return List.of(new Body().with("secretRef", new Body().with("name", secret)).map());
    }

    /**
     * Keep Kubernetes from replacing {@code $(NAME)} and shortening {@code $$}, which it does in
     * commands, arguments and probes, though not in hooks
     * (https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/).
     */
    static @Nullable List<String> escaped(@Nullable List<String> words) {
        return words == null
                ? null
                : words.stream().map(word -> word.replaceAll("\\$(?=[($])", "\\$\\$")).toList();
    }
}
