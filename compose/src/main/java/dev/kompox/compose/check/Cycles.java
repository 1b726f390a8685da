package dev.kompox.compose.check;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Find services that wait for each other in a circle. */
final class Cycles {

    private final Diagnostics diagnostics;
    private final Map<String, MappingNode> services;
    private final Set<String> done = new HashSet<>();
    private final LinkedHashSet<String> path = new LinkedHashSet<>();
    private final Deque<Iterator<Map.Entry<String, Entry>>> open = new ArrayDeque<>();

    Cycles(Diagnostics diagnostics, Map<String, MappingNode> services) {
        this.diagnostics = diagnostics;
        this.services = services;
    }

    void check() {
        for (String name : services.keySet()) {
            visit(name);
        }
    }

    /** Go down on a stack of our own: chains can be longer than the thread's stack. */
    private void visit(String start) {
        enter(start);
        while (!open.isEmpty()) {
            String name = path.getLast();
            if (!open.getLast().hasNext()) {
                open.removeLast();
                path.removeLast();
                done.add(name);
                continue;
            }
            Map.Entry<String, Entry> next = open.getLast().next();
            if (path.contains(next.getKey())) {
                report(name, next.getKey(), next.getValue());
            } else {
                enter(next.getKey());
            }
        }
    }

    private void enter(String name) {
        MappingNode service = services.get(name);
        if (service == null || done.contains(name)) {
            return;
        }
        path.addLast(name);
        Map<String, Entry> dependencies =
                service.get("depends_on") instanceof MappingNode mapping
                        ? mapping.entries()
                        : Map.of();
        open.addLast(dependencies.entrySet().iterator());
    }

    private void report(String name, String next, Entry entry) {
        List<String> circle = new ArrayList<>(path);
        circle.subList(0, circle.indexOf(next)).clear();
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
