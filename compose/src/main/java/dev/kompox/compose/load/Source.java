package dev.kompox.compose.load;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;

/**
 * Hold one Compose file, read but not looked at.
 *
 * @param name how people know it: its path, or {@code -}
 * @param path its absolute path, for telling files apart
 * @param documents its YAML documents
 */
record Source(String name, String path, List<Node> documents) {

    Source {
        documents = List.copyOf(documents);
    }

    /** Read a file; throws a ComposeException when it is unreadable or not well-formed. */
    static Source open(String path, Diagnostics diagnostics) {
        return of(diagnostics.nameOf(path), path, YamlReader.text(Path.of(path)), diagnostics);
    }

    /** Read a text. */
    static Source of(String name, String path, String text, Diagnostics diagnostics) {
        diagnostics.source(name, text);
        return new Source(name, path, YamlReader.read(text, name));
    }
}
