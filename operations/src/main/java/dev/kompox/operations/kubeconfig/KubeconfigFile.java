package dev.kompox.operations.kubeconfig;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.compose.yaml.YamlReader;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One kubeconfig file.
 *
 * @param file where it is
 * @param root all of it
 */
record KubeconfigFile(Path file, MappingNode root) {

    /**
     * Read a file.
     *
     * @throws DriverException {@code NotFound} if it is not there, {@code Invalid} if it is no
     *     kubeconfig or cannot be read
     */
    static KubeconfigFile read(Path file) {
        if (!Files.exists(file)) {
            throw new DriverException(
                    new Category.NotFound(),
                    "there is no kubeconfig at " + file,
                    "Name one: export KUBECONFIG=FILE");
        }
        List<Node> documents;
        try {
            documents = YamlReader.read(file);
        } catch (ComposeException e) {
            // its words quote the file, which holds secrets
            Location where = e.problems().getFirst().location();
            throw unreadable(
                    file,
                    where == null
                            ? "it is no kubeconfig, or this user may not read it"
                            : "line " + where.line() + " is not valid YAML");
        }
        if (documents.size() != 1 || !(documents.getFirst() instanceof MappingNode root)) {
            throw unreadable(file, "it is no kubeconfig");
        }
        if (!"Config".equals(text(root, "kind")) && !root.has(Section.CONTEXTS.list)) {
            throw unreadable(file, "it is no kubeconfig");
        }
        return new KubeconfigFile(file, root);
    }

    /** Return the current context, or null if none is named. */
    @Nullable String current() {
        String name = text(root, "current-context");
        return name == null || name.isBlank() ? null : name;
    }

    /** Return the entries of a section by name; of two with one name the first counts. */
    SequencedMap<String, MappingNode> entries(Section section) {
        SequencedMap<String, MappingNode> entries = new LinkedHashMap<>();
        if (root.get(section.list) instanceof SequenceNode list) {
            for (Node item : list.items()) {
                if (item instanceof MappingNode entry
                        && entry.get(section.content) instanceof MappingNode content) {
                    String name = text(entry, "name");
                    if (name != null) {
                        entries.putIfAbsent(name, content);
                    }
                }
            }
        }
        return entries;
    }

    /** Return the text under a key, or null. */
    static @Nullable String text(MappingNode node, String key) {
        return node.get(key) instanceof ScalarNode scalar && !scalar.isNull()
                ? scalar.isString() ? scalar.text() : scalar.written()
                : null;
    }

    private static DriverException unreadable(Path file, String why) {
        return new DriverException(
                new Category.Invalid(),
                file + " cannot be read: " + why,
                "kubectl config view --kubeconfig " + file);
    }
}
