package dev.kompox.manifest.read;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.yaml.Limits;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.YamlReader;
import dev.kompox.manifest.kom.KomDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Read KOM documents ({@code ops.kompox.dev/v1alpha1}) from YAML.
 *
 * <p>Unknown keys, wrong types and values out of range are errors with file, line and column.
 * Documents of other {@code apiVersion}s are passed over, so that a file may hold both. What may be
 * secret (settings, a Compose model written into a document) is never shown.
 */
public final class KomReader {

    /** 2 MiB, 100 levels, 200,000 nodes. */
    public static final Limits LIMITS = new Limits(2 * 1024 * 1024, 100, 200_000);

    private KomReader() {}

    /**
     * Read the documents of one file.
     *
     * @param file the file, absolute; not opened
     * @param name the file's name as people know it
     * @param text what the file holds
     * @param diagnostics takes errors and warnings; what is returned is of no use after an error
     * @return the documents without errors, in order
     */
    public static List<KomDocument> read(
            Path file, String name, String text, Diagnostics diagnostics) {
        List<Node> nodes;
        try {
            nodes = YamlReader.read(text, name, LIMITS);
        } catch (ComposeException e) {
            e.problems().forEach(problem -> diagnostics.add(Concealed.problem(problem, text)));
            return List.of();
        }
        Reading reading = new Reading(diagnostics, text, nodes);
        List<KomDocument> documents = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (!(nodes.get(i) instanceof ScalarNode scalar && scalar.isNull())) {
                KomDocument document = new DocumentReader(reading, file, i + 1).read(nodes.get(i));
                if (document != null) {
                    documents.add(document);
                }
            }
        }
        return List.copyOf(documents);
    }
}
