package dev.kompox.compose.load;

import dev.kompox.compose.LoadStep;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.variables.Variables;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Choose the project's name: the one asked for, {@code COMPOSE_PROJECT_NAME}, {@code name} in a
 * file, the directory's name (Compose Specification, "name top-level element").
 */
final class ProjectName {

    private final Diagnostics diagnostics;
    private final Variables variables;
    private final Set<LoadStep> without;

    ProjectName(Diagnostics diagnostics, Variables variables, Set<LoadStep> without) {
        this.diagnostics = diagnostics;
        this.variables = variables;
        this.without = Set.copyOf(without);
    }

    String choose(@Nullable String asked, List<Source> sources, String directory) {
        String fixed = asked == null || asked.isEmpty() ? fromEnvironment() : asked;
        if (fixed != null) {
            if (!fixed.isEmpty() && !normalised(fixed).equals(fixed)) {
                diagnostics.error(
                        "bad-name",
                        "invalid project name \"" + fixed + "\"",
                        "Use lower-case letters, digits, - and _, beginning with a letter or"
                                + " digit.");
            }
            return fixed;
        }
        String written = fromFiles(sources);
        if (written != null && without.contains(LoadStep.NORMALISATION)) {
            return written;
        }
        String normal = normalised(written == null ? lastPart(directory) : written);
        if (normal.isEmpty()) {
            diagnostics.error(
                    "bad-name",
                    "project name must not be empty",
                    "Give one with -p NAME or name: in the Compose file.");
        }
        return normal;
    }

    private @Nullable String fromEnvironment() {
        String name = variables.get("COMPOSE_PROJECT_NAME");
        return name == null || name.isEmpty() ? null : name;
    }

    private @Nullable String fromFiles(List<Source> sources) {
        ScalarNode last = null;
        for (Source source : sources) {
            for (Node document : source.documents()) {
                if (document instanceof MappingNode mapping
                        && mapping.get("name") instanceof ScalarNode name
                        && !name.text().isEmpty()) {
                    last = name;
                }
            }
        }
        if (last == null || without.contains(LoadStep.INTERPOLATION)) {
            return last == null ? null : last.text();
        }
        Node filled =
                new Interpolation(variables, diagnostics).fill(last, null, Where.ROOT.key("name"));
        return filled instanceof ScalarNode scalar ? scalar.text() : last.text();
    }

    private static String lastPart(String directory) {
        return directory.substring(directory.lastIndexOf('/') + 1);
    }

    static String normalised(String name) {
        StringBuilder normal = new StringBuilder();
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (plain || (!normal.isEmpty() && (c == '-' || c == '_'))) {
                normal.append(c);
            }
        }
        return normal.toString();
    }
}
