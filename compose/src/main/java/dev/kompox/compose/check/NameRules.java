package dev.kompox.compose.check;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Nearest;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;

/** Check the texts of a service that follow a pattern. */
final class NameRules {

    private static final List<String> POLICIES =
            List.of(
                    "always",
                    "never",
                    "build",
                    "if_not_present",
                    "missing",
                    "refresh",
                    "daily",
                    "weekly");

    private static final Pattern EVERY = Pattern.compile("every_([0-9]+[wdhms])+");

    private final Diagnostics diagnostics;

    NameRules(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void check(MappingNode service, Where where) {
        if (service.get("container_name") instanceof ScalarNode name && !isName(name.text())) {
            diagnostics.error(
                    "bad-name",
                    where.key("container_name"),
                    "must be at least two letters or digits; \".\", \"_\" and \"-\" may follow the"
                            + " first",
                    name);
        }
        if (service.get("pull_policy") instanceof ScalarNode policy && !isPolicy(policy.text())) {
            String near = Nearest.of(policy.text(), POLICIES);
            diagnostics.error(
                    "bad-value",
                    where.key("pull_policy"),
                    "must be one of " + String.join(", ", POLICIES) + ", every_1d and the like",
                    policy,
                    near == null ? "" : "did you mean \"" + near + "\"?",
                    null);
        }
    }

    /** The specification's pattern is not anchored, so a match anywhere counts. */
    private static boolean isName(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char next = text.charAt(i + 1);
            if (isAlphanumeric(text.charAt(i))
                    && (isAlphanumeric(next) || "_.-".indexOf(next) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPolicy(String text) {
        return POLICIES.contains(text) || EVERY.matcher(text).matches();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
