package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Healthcheck;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.kubernetes.convert.Conversion.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Says of a service's keys what depends on their values. */
final class ServiceRules {

    /** What of {@code deploy} is used. */
    private static final Set<String> DEPLOY = Set.of("resources", "replicas");

    private static final Pattern OWNED = Pattern.compile("[:,](mode|uid|gid)=");

    private final Service service;
    private final Role role;
    private final Findings findings;

    private ServiceRules(Service service, Role role, Findings findings) {
        this.service = service;
        this.role = role;
        this.findings = findings;
    }

    static void judge(Service service, Role role, boolean awaitedHealthy, Findings findings) {
        ServiceRules rules = new ServiceRules(service, role, findings);
        rules.replicas();
        rules.deploy();
        rules.restart();
        rules.health(awaitedHealthy);
        rules.memory();
        rules.namespaces();
        rules.securityOptions();
        if (ServiceKeys.flag(service.node(), "init")) {
            rules.caveat(
                    "init",
                    "process 1 is the service's program itself: unless it handles SIGTERM it ends"
                            + " only after stop_grace_period, and processes that it forgets remain");
        }
    }

    private void replicas() {
        String key = service.node().has("scale") ? "scale" : "deploy";
        if (service.replicas() > 1) {
            rejected(key, "all services share one pod, so each runs once; set it to 1");
        } else if (service.replicas() < 1) {
            rejected(key, "all services share one pod, so each runs; give it a profile instead");
        }
    }

    private void deploy() {
        if (!(service.node().get("deploy") instanceof MappingNode deploy)) {
            return;
        }
        Set<String> others = new TreeSet<>(deploy.entries().keySet());
        others.removeAll(DEPLOY);
        if (!others.isEmpty()) {
            caveat("deploy", "not used: " + String.join(", ", others));
        }
        MappingNode reserved = ServiceKeys.below(deploy, "resources", "reservations");
        if (reserved.has("devices") || reserved.has("generic_resources")) {
            rejected(
                    "deploy",
                    "ask for devices with the cluster's own resource names, which is not done"
                            + " here");
        }
        if (ServiceKeys.below(deploy, "resources", "limits").has("pids")) {
            caveat("deploy", "a pod cannot limit its processes");
        }
    }

    private void restart() {
        String restart = service.restart();
        if (restart != null && !restart.equals("always") && !restart.equals("unless-stopped")) {
            caveat(
                    "restart",
                    role == Role.ONCE
                            ? "it is run until it ends with 0"
                            : "a service that ends is started again whatever its exit code");
        }
    }

    private void health(boolean awaited) {
        Healthcheck check = service.healthcheck();
        if (check != null && check.disabled()) {
            if (awaited) {
                rejected(
                        "healthcheck",
                        "another service waits until this one is healthy, and its check is"
                                + " switched off");
            }
        } else if (check == null || check.test().isEmpty()) {
            String mend = "a cluster does not know the image's own check; write its test here";
            if (awaited) {
                rejected(
                        "healthcheck",
                        "another service waits until this one is healthy, and " + mend);
            } else if (check != null) {
                caveat("healthcheck", mend);
            }
        }
    }

    private void memory() {
        for (String text : ServiceKeys.texts(service.node(), "tmpfs")) {
            if (OWNED.matcher(text).find()) {
                caveat("tmpfs", "mode, uid and gid are not kept: all users may write there");
            }
        }
        if (service.node().get("volumes") instanceof SequenceNode mounts) {
            for (Node mount : mounts.items()) {
                if (mount instanceof MappingNode one
                        && ServiceKeys.below(one, "tmpfs").has("mode")) {
                    caveat("volumes", "the mode of tmpfs is not kept: all users may write there");
                }
            }
        }
    }

    private void namespaces() {
        for (String key : List.of("network_mode", "pid", "ipc", "uts", "userns_mode", "cgroup")) {
            if ("host".equals(ServiceKeys.text(service.node(), key))) {
                rejected(key, "a pod of an app does not share this with its node");
            }
        }
        String network = ServiceKeys.text(service.node(), "network_mode");
        if ("none".equals(network)) {
            caveat("network_mode", "it is on the network of the pod all the same");
        } else if (network != null && network.startsWith("container:")) {
            rejected("network_mode", "only services of the project are known on a cluster");
        }
    }

    private void securityOptions() {
        List<String> others =
                ServiceKeys.texts(service.node(), "security_opt").stream()
                        .filter(option -> !option.startsWith("no-new-privileges"))
                        .toList();
        if (!others.isEmpty()) {
            caveat("security_opt", "not used: " + String.join(", ", others));
        }
    }

    private void caveat(String key, String text) {
        findings.caveat(path(key), ServiceKeys.at(service, key), text);
    }

    private void rejected(String key, String text) {
        findings.rejected(path(key), ServiceKeys.at(service, key), text);
    }

    private String path(String key) {
        return "services." + service.name() + "." + key;
    }
}
