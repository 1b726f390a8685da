package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Healthcheck;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.kubernetes.convert.Conversion.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Services as containers. */
final class Containers {

    private static final Pattern VARIABLE = Pattern.compile("[-._a-zA-Z0-9]+");

    private final Project project;
    private final Contents contents;
    private final Mounts mounts;
    private final PodVolumes volumes;
    private final ContainerNames names;
    private final Roles roles;
    private final Findings findings;

    Containers(
            Project project,
            Contents contents,
            Mounts mounts,
            PodVolumes volumes,
            ContainerNames names,
            Roles roles,
            Findings findings) {
        this.project = project;
        this.contents = contents;
        this.mounts = mounts;
        this.volumes = volumes;
        this.names = names;
        this.roles = roles;
        this.findings = findings;
    }

    /** Return a service's container, and what else starts with it. */
    List<Map<String, Object>> of(Service service) {
        Role role = roles.of(service);
        List<Map<String, Object>> mounted = new ArrayList<>(mounts.of(service));
        Hooks hooks = Hooks.of(service, role, findings);
        Turn turn = null;
        if (role == Role.SIDECAR && hooks.beforeEnd()) {
            turn = new Turn(volumes.scratch(service.name()));
            mounted.add(turn.mount());
        }
        Body container =
                new Body()
                        .with("name", names.of(service))
                        .with("image", image(service))
                        .with("imagePullPolicy", pullPolicy(service))
                        .with("restartPolicy", role == Role.SIDECAR ? "Always" : null)
                        .with("command", escaped(service.entrypoint()))
                        .with("args", escaped(service.command()))
                        .with("workingDir", ServiceKeys.text(service.node(), "working_dir"))
                        .with("envFrom", environment(service))
                        .with("resources", Security.resources(service))
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
        judge(service, role);
        return turn == null
                ? List.of(container.map())
                : List.of(container.map(), turn.container(container).map());
    }

    private String image(Service service) {
        // what is only built is named after project and service, as the engine has it
        return service.image() == null ? project.name() + "-" + service.name() : service.image();
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

    /** What depends on a key's value. */
    private void judge(Service service, Role role) {
        String path = "services." + service.name() + ".";
        if (service.replicas() > 1) {
            findings.rejected(
                    path + (service.node().has("scale") ? "scale" : "deploy"),
                    ServiceKeys.at(service, service.node().has("scale") ? "scale" : "deploy"),
                    "all services share one pod, so each runs once; set it to 1");
        }
        String restart = service.restart();
        if (restart != null && !restart.equals("always") && !restart.equals("unless-stopped")) {
            findings.caveat(
                    path + "restart",
                    ServiceKeys.at(service, "restart"),
                    role == Role.ONCE
                            ? "it is run until it ends with 0"
                            : "a service that ends is started again whatever its exit code");
        }
        Healthcheck check = service.healthcheck();
        boolean images = check == null || (!check.disabled() && check.test().isEmpty());
        if (roles.awaitedHealthy(service) && images) {
            findings.rejected(
                    path + "healthcheck",
                    ServiceKeys.at(service, "healthcheck"),
                    "another service waits until this one is healthy, and a cluster does not know"
                            + " the image's own check; write its test here");
        } else if (check != null && images) {
            findings.caveat(
                    path + "healthcheck",
                    ServiceKeys.at(service, "healthcheck"),
                    "a cluster does not know the image's own check; write its test here");
        }
        for (String key : List.of("network_mode", "pid", "ipc", "uts", "userns_mode")) {
            if ("host".equals(ServiceKeys.text(service.node(), key))) {
                findings.rejected(
                        path + key,
                        ServiceKeys.at(service, key),
                        "a pod of an app does not share this with its node");
            }
        }
    }
}
