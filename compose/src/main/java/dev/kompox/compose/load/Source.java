package dev.kompox.compose.load;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.compose.yaml.Tag;
import dev.kompox.compose.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Hold one Compose file, read but not looked at.
 *
 * @param name how people know it: its path, or {@code -}
 * @param path its absolute path, for telling files apart
 * @param documents its YAML documents
 */
record Source(String name, String path, List<Node> documents) {

    private static final Set<String> KNOWN = Set.of("!reset", "!override");

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
        List<Node> documents = YamlReader.read(text, name);
        boolean tagged = text.indexOf('!') >= 0;
        return new Source(
                name, path, tagged ? documents.stream().map(Source::plain).toList() : documents);
    }

    /** To docker compose a text with a tag that it does not know is a text. */
    private static Node plain(Node node) {
        return switch (node) {
            case ScalarNode scalar ->
                    scalar.tag().startsWith("!!") || KNOWN.contains(scalar.tag())
                            ? scalar
                            : scalar.withTag(Tag.STRING);
            case SequenceNode list -> Rewrite.items(list, (i, item) -> plain(item));
            case MappingNode mapping -> Rewrite.entries(mapping, (key, value) -> plain(value));
        };
    }
}
