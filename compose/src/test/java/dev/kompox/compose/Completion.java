package dev.kompox.compose;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.compose.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a template of another program lacks to be a Compose file, as a second file: images of
 * services, networks and volumes that the program would add.
 */
final class Completion {

    private final Set<String> services = new TreeSet<>();
    private final Set<String> networks = new TreeSet<>();
    private final Set<String> volumes = new TreeSet<>();

    private Completion() {}

    static String of(Path file) {
        Completion completion = new Completion();
        try {
            for (Node document : YamlReader.read(file)) {
                if (document instanceof MappingNode model
                        && model.get("services") instanceof MappingNode services) {
                    services.entries()
                            .forEach((name, entry) -> completion.look(name, entry.value()));
                }
            }
        } catch (ComposeException e) {
            return "services: {}\n";
        }
        return "services: {"
                + keys(completion.services, "{image: added}")
                + "}\nnetworks: {"
                + keys(completion.networks, "{}")
                + "}\nvolumes: {"
                + keys(completion.volumes, "{}")
                + "}\n";
    }

    private static String keys(Set<String> names, String value) {
        List<String> keys = new ArrayList<>();
        names.forEach(name -> keys.add("\"" + name + "\": " + value));
        return String.join(", ", keys);
    }

    private void look(String name, Node node) {
        if (!(node instanceof MappingNode service)) {
            return;
        }
        if (!service.has("image") && !service.has("build") && !service.has("extends")) {
            services.add(name);
        }
        if (service.get("networks") instanceof MappingNode joined) {
            joined.entries().keySet().forEach(this::network);
        }
        items(service.get("networks")).forEach(this::network);
        for (String mount : items(service.get("volumes"))) {
            String source = mount.split(":", 2)[0];
            if (mount.indexOf(':') > 0 && source.matches("[a-zA-Z0-9][a-zA-Z0-9._-]*")) {
                volumes.add(source);
            }
        }
    }

    private void network(String name) {
        if (!name.equals("default") && name.matches("[a-zA-Z0-9._-]+")) {
            networks.add(name);
        }
    }

    private static List<String> items(@Nullable Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.items()) {
                if (item instanceof ScalarNode scalar) {
                    texts.add(scalar.text());
                }
            }
        }
        return texts;
    }
}
