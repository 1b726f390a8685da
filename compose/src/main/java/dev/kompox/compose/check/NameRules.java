package dev.kompox.compose.check;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Nearest;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.ScalarNode;
import java.util.List;

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
        for (String policy : POLICIES) {
            if (text.contains(policy)) {
                return true;
            }
        }
        int at = text.indexOf("every_");
        int digits = at < 0 ? 0 : at + "every_".length();
        int end = digits;
        while (at >= 0 && end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end > digits && end < text.length() && "wdhms".indexOf(text.charAt(end)) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
