package dev.kompox.compose.fuzz;

import dev.kompox.compose.variables.Template;
import dev.kompox.compose.variables.TemplateException;
import dev.kompox.compose.variables.VariableUses;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Filling in variables ends in a text or in a {@link TemplateException}. */
public final class TemplateFuzz {

    private static final Map<String, String> VALUES = Map.of("A", "a", "B", "", "C", "$A ${B}");

    private TemplateFuzz() {}

    /** Try one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Location here = new Location("f", 1, 1);
        var _ = VariableUses.of(MappingNode.empty(here).with("a", ScalarNode.string(here, text)));
        try {
            var _ = new Template(VALUES::get, unset -> {}).fill(text);
        } catch (TemplateException e) {
            var _ = e.reason();
        }
    }
}
