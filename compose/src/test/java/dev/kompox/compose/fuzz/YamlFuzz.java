package dev.kompox.compose.fuzz;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.yaml.YamlReader;

/** Reading YAML ends in nodes or in a {@link ComposeException}, whatever the bytes. */
public final class YamlFuzz {

    private YamlFuzz() {}

    /** Try one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            var _ = YamlReader.read(YamlReader.text(input, "f"), "f");
        } catch (ComposeException e) {
            var _ = e.problems();
        }
    }
}
