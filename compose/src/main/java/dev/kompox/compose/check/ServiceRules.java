package dev.kompox.compose.check;

import static dev.kompox.compose.check.Consistency.text;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Check the rules between the keys of one enabled service. */
final class ServiceRules {

    private final Diagnostics diagnostics;

    ServiceRules(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(MappingNode service, Where where) {
        image(service, where);
        build(service, where);
        networks(service, where);
        healthcheck(service, where);
        new ScaleRules(diagnostics).check(service, where);
        watch(service, where);
        targets(service, where);
    }

    private void image(MappingNode service, Where where) {
        if (!service.has("build") && !service.has("image") && !service.has("provider")) {
            diagnostics.error(
                    "no-image",
                    where,
                    "has neither an image nor a build context",
                    service,
                    "",
                    "Add image: NAME, or build: DIRECTORY.");
        }
    }

    private void build(MappingNode service, Where where) {
        if (!(service.get("build") instanceof MappingNode build)) {
            return;
        }
        if (build.has("dockerfile") && build.has("dockerfile_inline")) {
            conflict(where.key("build"), "dockerfile", "dockerfile_inline", build);
        }
        if (build.get("platforms") instanceof SequenceNode platforms
                && service.get("platform") instanceof ScalarNode platform
                && platforms.items().stream().noneMatch(p -> isText(p, platform.text()))) {
            diagnostics.error(
                    "conflict",
                    where.key("build").key("platforms"),
                    "must include the service's platform \"" + platform.text() + "\"",
                    platforms);
        }
    }

    private static boolean isText(Node node, String text) {
        return node instanceof ScalarNode scalar && scalar.text().equals(text);
    }

    private void networks(MappingNode service, Where where) {
        Node mode = service.get("network_mode");
        boolean joins =
                service.get("networks") instanceof MappingNode networks && !networks.isEmpty();
        if (mode != null && joins) {
            conflict(where, "network_mode", "networks", mode);
        }
    }

    private void conflict(Where where, String one, String two, Node at) {
        diagnostics.error(
                "conflict", where, one + " and " + two + " are mutually exclusive, keep one", at);
    }

    private void healthcheck(MappingNode service, Where where) {
        if (service.get("healthcheck") instanceof MappingNode check
                && check.get("test") instanceof SequenceNode test
                && test.items().getFirst() instanceof ScalarNode first
                && !List.of("CMD", "CMD-SHELL", "NONE").contains(first.text())) {
            diagnostics.error(
                    "bad-value",
                    where.key("healthcheck").key("test"),
                    "must begin with \"CMD\", \"CMD-SHELL\" or \"NONE\"",
                    first);
        }
    }

    private void watch(MappingNode service, Where where) {
        if (!(service.get("develop") instanceof MappingNode develop)
                || !(develop.get("watch") instanceof SequenceNode list)) {
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            if (list.items().get(i) instanceof MappingNode watch) {
                Where place = where.key("develop").key("watch").item(i);
                String action = text(watch, "action");
                boolean needs = !action.equals("rebuild") && !action.equals("restart");
                if (needs && text(watch, "target").isEmpty()) {
                    diagnostics.error(
                            "missing-key", place, action + " needs the key \"target\"", watch);
                }
                if (text(watch, "path").isEmpty()) {
                    diagnostics.error(
                            "bad-value", place.key("path"), "value can't be blank", watch);
                }
            }
        }
    }

    private void targets(MappingNode service, Where where) {
        Map<String, String> used = new HashMap<>();
        if (service.get("tmpfs") instanceof SequenceNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                String spec = item instanceof ScalarNode scalar ? scalar.text() : "";
                int colon = spec.indexOf(':');
                Where place = where.key("tmpfs").item(i);
                target(colon < 0 ? spec : spec.substring(0, colon), item, place, used);
            }
        }
        if (service.get("volumes") instanceof SequenceNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                String path = item instanceof MappingNode mount ? text(mount, "target") : "";
                target(path, item, where.key("volumes").item(i), used);
            }
        }
    }

    private void target(String path, Node at, Where where, Map<String, String> used) {
        @Nullable String earlier = used.putIfAbsent(path, where.toString());
        if (earlier != null) {
            diagnostics.error(
                    "conflict", where, "target " + path + " already mounted as " + earlier, at);
        }
    }
}
