package dev.kompox.compose.check;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Find services that wait for each other in a circle. */
final class Cycles {

    private final Diagnostics diagnostics;
    private final Map<String, MappingNode> services;
    private final Set<String> done = new HashSet<>();
    private final List<String> path = new ArrayList<>();

    Cycles(Diagnostics diagnostics, Map<String, MappingNode> services) {
        this.diagnostics = diagnostics;
        this.services = services;
    }

    void check() {
        for (String name : services.keySet()) {
            visit(name);
        }
    }

    private void visit(String name) {
        MappingNode service = services.get(name);
        if (service == null || done.contains(name)) {
            return;
        }
        path.add(name);
        if (service.get("depends_on") instanceof MappingNode dependencies) {
            dependencies
                    .entries()
                    .forEach((next, entry) -> {
                        if (path.contains(next)) {
                            report(name, next, entry);
                        } else {
                            visit(next);
                        }
                    });
        }
        path.removeLast();
        done.add(name);
    }

    private void report(String name, String next, Entry entry) {
        List<String> circle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
        circle.add(next);
        diagnostics.error(
                "dependency-cycle",
                Where.ROOT.key("services").key(name).key("depends_on"),
                "services wait for each other: " + String.join(" -> ", circle),
                entry.key(),
                "",
                "Remove one of these dependencies.");
    }
}
