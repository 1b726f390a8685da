package dev.kompox.compose.load;

import dev.kompox.compose.model.FileObject;
import dev.kompox.compose.model.Network;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.model.Volume;
import dev.kompox.compose.yaml.MappingNode;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Make the typed project from the bound model. */
final class ProjectBuilder {

    private ProjectBuilder() {}

    static Project build(
            String name,
            Surroundings surroundings,
            SequencedMap<String, MappingNode> enabled,
            SequencedMap<String, MappingNode> disabled,
            MappingNode tree) {
        return new Project(
                name,
                surroundings.directory(),
                surroundings.files(),
                surroundings.envFiles(),
                surroundings.profiles(),
                services(enabled),
                services(disabled),
                each(tree, "volumes", ProjectBuilder::volume),
                each(tree, "networks", ProjectBuilder::network),
                each(tree, "configs", (key, node) -> fileObject(key, node, surroundings)),
                each(tree, "secrets", (key, node) -> fileObject(key, node, surroundings)),
                tree);
    }

    private static SequencedMap<String, Service> services(SequencedMap<String, MappingNode> nodes) {
        SequencedMap<String, Service> services = new LinkedHashMap<>();
        nodes.forEach((name, node) -> services.put(name, ServiceBuilder.build(name, node)));
        return services;
    }

    private interface Make<T> {
        T make(String key, MappingNode node);
    }

    private static <T> SequencedMap<String, T> each(
            MappingNode tree, String section, Make<T> make) {
        SequencedMap<String, T> made = new LinkedHashMap<>();
        ModelLoader.section(tree, section)
                .entries()
                .forEach((key, entry) -> {
                    if (entry.value() instanceof MappingNode node) {
                        made.put(key, make.make(key, node));
                    }
                });
        return made;
    }

    private static Volume volume(String key, MappingNode node) {
        return new Volume(
                key,
                name(key, node),
                Values.flag(node, "external"),
                text(node, "driver"),
                Values.texts(node.get("driver_opts")),
                Values.texts(node.get("labels")),
                node);
    }

    private static Network network(String key, MappingNode node) {
        return new Network(
                key,
                name(key, node),
                Values.flag(node, "external"),
                text(node, "driver"),
                Values.flag(node, "internal"),
                node);
    }

    private static FileObject fileObject(String key, MappingNode node, Surroundings surroundings) {
        String content = text(node, "content");
        String variable = text(node, "environment");
        if (content == null && variable != null) {
            content = surroundings.environment().get(variable);
        }
        return new FileObject(
                key,
                name(key, node),
                Values.flag(node, "external"),
                text(node, "file"),
                variable,
                content,
                node);
    }

    private static String name(String key, MappingNode node) {
        String name = text(node, "name");
        return name == null ? key : name;
    }

    private static @Nullable String text(MappingNode node, String key) {
        return ModelLoader.text(node.get(key));
    }
}
