package dev.kompox.compose.load;

import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leave out of a model the resources that no enabled service uses, as docker compose does. */
final class UsedResources {

    private final Set<String> networks = new HashSet<>();
    private final Set<String> volumes = new HashSet<>();
    private final Set<String> secrets = new HashSet<>();
    private final Set<String> configs = new HashSet<>();
    private final Set<String> models = new HashSet<>();

    private UsedResources() {}

    static MappingNode keep(MappingNode model, SequencedMap<String, MappingNode> enabled) {
        UsedResources used = new UsedResources();
        enabled.values().forEach(used::note);
        MappingNode kept = keep(model, "networks", used.networks);
        kept = keep(kept, "volumes", used.volumes);
        kept = keep(kept, "secrets", used.secrets);
        kept = keep(kept, "configs", used.configs);
        return keep(kept, "models", used.models);
    }

    private void note(MappingNode service) {
        networks.addAll(ModelLoader.section(service, "networks").entries().keySet());
        models.addAll(ModelLoader.section(service, "models").entries().keySet());
        for (MappingNode mount : Values.mappings(service.get("volumes"))) {
            if (Values.text(mount, "type", "").equals("volume")) {
                volumes.add(Values.text(mount, "source", ""));
            }
        }
        sources(service.get("secrets"), secrets);
        sources(service.get("configs"), configs);
        sources(ModelLoader.section(service, "build").get("secrets"), secrets);
    }

    private static void sources(@Nullable Node references, Set<String> used) {
        for (MappingNode reference : Values.mappings(references)) {
            used.add(Values.text(reference, "source", ""));
        }
    }

    private static MappingNode keep(MappingNode model, String section, Set<String> used) {
        if (!(model.get(section) instanceof MappingNode resources)) {
            return model;
        }
        SequencedMap<String, Entry> kept = new LinkedHashMap<>(resources.entries());
        kept.keySet().retainAll(used);
        return kept.isEmpty()
                ? model.without(section)
                : model.with(section, resources.withEntries(kept));
    }
}
