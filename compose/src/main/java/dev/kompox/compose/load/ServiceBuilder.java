package dev.kompox.compose.load;

import dev.kompox.compose.bind.Durations;
import dev.kompox.compose.model.Dependency;
import dev.kompox.compose.model.Dependency.Condition;
import dev.kompox.compose.model.Healthcheck;
import dev.kompox.compose.model.Port;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.MappingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Make a typed service from its bound node. */
final class ServiceBuilder {

    private static final Duration USUAL_GRACE = Duration.ofSeconds(10);

    private ServiceBuilder() {}

    static Service build(String name, MappingNode node) {
        Duration grace = duration(node, "stop_grace_period");
        return new Service(
                name,
                text(node, "image"),
                node.has("build"),
                text(node, "container_name"),
                words(node, "command"),
                words(node, "entrypoint"),
                environment(node),
                ports(node),
                MountBuilder.build(node),
                dependencies(node),
                healthcheck(node),
                grace == null ? USUAL_GRACE : grace,
                text(node, "stop_signal"),
                text(node, "restart"),
                replicas(node),
                Values.texts(node.get("labels")),
                Values.list(node.get("profiles")),
                List.copyOf(ModelLoader.section(node, "networks").entries().keySet()),
                node);
    }

    private static @Nullable String text(MappingNode node, String key) {
        return ModelLoader.text(node.get(key));
    }

    private static @Nullable List<String> words(MappingNode node, String key) {
        return node.has(key) ? Values.list(node.get(key)) : null;
    }

    private static @Nullable Duration duration(MappingNode node, String key) {
        String text = text(node, key);
        return text == null ? null : Durations.parse(text);
    }

    private static SequencedMap<String, @Nullable String> environment(MappingNode node) {
        SequencedMap<String, @Nullable String> environment = new LinkedHashMap<>();
        ModelLoader.section(node, "environment")
                .entries()
                .forEach((key, entry) -> environment.put(key, ModelLoader.text(entry.value())));
        return environment;
    }

    private static List<Port> ports(MappingNode node) {
        List<Port> ports = new ArrayList<>();
        for (MappingNode port : Values.mappings(node.get("ports"))) {
            ports.add(
                    new Port(
                            Values.count(Values.text(port, "target", "0")),
                            text(port, "published"),
                            text(port, "host_ip"),
                            Values.text(port, "protocol", "tcp"),
                            Values.text(port, "mode", "ingress")));
        }
        return ports;
    }

    private static SequencedMap<String, Dependency> dependencies(MappingNode node) {
        SequencedMap<String, Dependency> dependencies = new LinkedHashMap<>();
        ModelLoader.section(node, "depends_on")
                .entries()
                .forEach((name, entry) -> {
                    if (entry.value() instanceof MappingNode each) {
                        dependencies.put(name, dependency(each));
                    }
                });
        return dependencies;
    }

    private static Dependency dependency(MappingNode node) {
        return new Dependency(
                Condition.of(Values.text(node, "condition", "service_started")),
                Values.flag(node, "restart"),
                Values.flag(node, "required"));
    }

    private static @Nullable Healthcheck healthcheck(MappingNode node) {
        if (!(node.get("healthcheck") instanceof MappingNode check)) {
            return null;
        }
        List<String> test = Values.list(check.get("test"));
        boolean none = !test.isEmpty() && test.getFirst().equals("NONE");
        String retries = text(check, "retries");
        return new Healthcheck(
                test,
                none || Values.flag(check, "disable"),
                duration(check, "interval"),
                duration(check, "timeout"),
                duration(check, "start_period"),
                duration(check, "start_interval"),
                retries == null ? null : Values.count(retries));
    }

    private static int replicas(MappingNode node) {
        String scale = text(node, "scale");
        String replicas = text(ModelLoader.section(node, "deploy"), "replicas");
        String number = scale == null ? replicas : scale;
        return number == null ? 1 : Values.count(number);
    }
}
