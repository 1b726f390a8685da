package dev.kompox.compose.load;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Nearest;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** Keep the services that were asked for, with all that they depend on. */
final class SelectedServices {

    private final List<String> names;
    private final SequencedMap<String, MappingNode> all;

    /** Select; no names select everything. */
    SelectedServices(
            Diagnostics diagnostics, List<String> names, SequencedMap<String, MappingNode> all) {
        this.names = List.copyOf(names);
        this.all = new LinkedHashMap<>(all);
        for (String name : names) {
            if (!all.containsKey(name)) {
                String near = Nearest.of(name, all.keySet());
                diagnostics.error(
                        "unknown-service",
                        "there is no service \"" + name + "\"",
                        near == null
                                ? "See all: kompox config --services"
                                : "Did you mean \"" + near + "\"?");
            }
        }
        diagnostics.stopOnErrors();
    }

    /** Whoever asks for a service activates its profiles. */
    List<String> profiles(List<String> active) {
        List<String> profiles = new ArrayList<>(active);
        for (String name : names) {
            MappingNode service = all.get(name);
            if (service != null) {
                profiles.addAll(Values.list(service.get("profiles")));
            }
        }
        return profiles;
    }

    /** Move to the disabled services what was not asked for. */
    void keep(
            SequencedMap<String, MappingNode> enabled, SequencedMap<String, MappingNode> disabled) {
        if (names.isEmpty()) {
            return;
        }
        Set<String> kept = new LinkedHashSet<>();
        names.forEach(name -> add(name, enabled, kept));
        for (String name : List.copyOf(enabled.keySet())) {
            if (!kept.contains(name)) {
                disabled.put(name, enabled.remove(name));
            }
        }
        enabled.replaceAll((name, service) -> without(service, kept));
    }

    private static void add(
            String name, SequencedMap<String, MappingNode> enabled, Set<String> kept) {
        MappingNode service = enabled.get(name);
        if (service != null && kept.add(name)) {
            ModelLoader.section(service, "depends_on")
                    .entries()
                    .keySet()
                    .forEach(dependency -> add(dependency, enabled, kept));
        }
    }

    private static MappingNode without(MappingNode service, Set<String> kept) {
        if (!(service.get("depends_on") instanceof MappingNode dependencies)) {
            return service;
        }
        SequencedMap<String, Entry> entries = new LinkedHashMap<>(dependencies.entries());
        entries.keySet().retainAll(kept);
        return entries.isEmpty()
                ? service.without("depends_on")
                : service.with("depends_on", dependencies.withEntries(entries));
    }
}
