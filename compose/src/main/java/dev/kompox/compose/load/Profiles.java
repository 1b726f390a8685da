package dev.kompox.compose.load;

import dev.kompox.compose.yaml.MappingNode;
import java.util.List;

/** Tell which services the active profiles enable (Compose Specification, "profiles"). */
final class Profiles {

    private final List<String> active;

    Profiles(List<String> active) {
        this.active = List.copyOf(active);
    }

    boolean enable(MappingNode service) {
        List<String> own = Values.list(service.get("profiles"));
        if (own.isEmpty() || active.contains("*")) {
            return true;
        }
        for (String profile : own) {
            if (active.contains(profile)) {
                return true;
            }
        }
        return false;
    }
}
