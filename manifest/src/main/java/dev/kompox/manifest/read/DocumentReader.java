package dev.kompox.manifest.read;

import dev.kompox.compose.diagnose.Nearest;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.manifest.kom.Kind;
import dev.kompox.manifest.kom.KomDocument;
import dev.kompox.manifest.kom.Origin;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Read one document: tell what it is, and let the reader of its kind read the rest. */
final class DocumentReader {

    private static final String API = "apiVersion";
    private static final String KIND = "kind";
    private static final String GROUP = "ops.kompox.dev";

    /** The operator's own resources, which are not KOM documents. */
    private static final String OPERATOR_GROUP = "k8s.kompox.dev";

    private final Reading reading;
    private final Path file;
    private final int number;

    DocumentReader(Reading reading, Path file, int number) {
        this.reading = reading;
        this.file = file;
        this.number = number;
    }

    @Nullable KomDocument read(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            reading.wrongType(Where.ROOT, "a mapping", node);
            return null;
        }
        if (!has(mapping, API) || !has(mapping, KIND) || !isOurs(mapping)) {
            return null;
        }
        Kind kind = kind(mapping);
        return kind == null ? null : ofKind(kind, mapping);
    }

    private boolean has(MappingNode mapping, String key) {
        if (!textAt(mapping, key).isEmpty()) {
            return true;
        }
        String near = Nearest.of(key, mapping.entries().sequencedKeySet());
        reading.error(
                "missing-key",
                Where.ROOT,
                "needs the key \"" + key + "\"",
                mapping,
                near == null || near.equals(key) ? "" : "is \"" + near + "\" meant to be it?",
                null);
        return false;
    }

    private static String textAt(MappingNode mapping, String key) {
        return mapping.get(key) instanceof ScalarNode scalar ? scalar.text() : "";
    }

    /** Pass over documents of others, and say so when ours may have been meant. */
    private boolean isOurs(MappingNode mapping) {
        String version = textAt(mapping, API);
        if (version.equals(Kind.API_VERSION)) {
            return true;
        }
        Node at = mapping.entries().getOrDefault(API, noEntry(mapping)).value();
        String group = version.substring(0, Math.max(0, version.indexOf('/')));
        if (group.equals(GROUP)) {
            reading.error(
                    "unknown-version",
                    Where.ROOT.key(API),
                    "version \"%s\" is not known".formatted(version),
                    at,
                    "",
                    "Write apiVersion: " + Kind.API_VERSION);
        } else if (!group.equals(OPERATOR_GROUP) && Nearest.of(group, List.of(GROUP)) != null) {
            reading.warning(
                    "passed-over",
                    "a document with apiVersion \"%s\" is passed over; if it is meant for Kompox, write \"%s\""
                            .formatted(version, Kind.API_VERSION),
                    at);
        }
        return false;
    }

    private static MappingNode.Entry noEntry(MappingNode mapping) {
        return new MappingNode.Entry(ScalarNode.nothing(mapping.location()), mapping);
    }

    private @Nullable Kind kind(MappingNode mapping) {
        String text = textAt(mapping, KIND);
        Kind kind = Kind.find(text);
        if (kind == null) {
            String near = Nearest.of(text, Kind.texts());
            reading.error(
                    "unknown-kind",
                    Where.ROOT.key(KIND),
                    "kind \"" + text + "\" is unknown",
                    mapping.entries().getOrDefault(KIND, noEntry(mapping)).value(),
                    near == null ? "" : "did you mean \"" + near + "\"?",
                    "Write one of " + String.join(", ", Kind.texts()) + ".");
        }
        return kind;
    }

    private @Nullable KomDocument ofKind(Kind kind, MappingNode mapping) {
        Where where = Where.ROOT.key(kind.text());
        Fields document = new Fields(reading, where, mapping, keys(kind));
        HeaderReader header =
                new HeaderReader(document, kind, new Origin(file, number, mapping.location()));
        return switch (kind) {
            case WORKSPACE -> PlainReaders.workspace(document, header);
            case PROVIDER -> PlainReaders.provider(document, header);
            case CLUSTER -> ClusterReader.read(document, header);
            case APP -> AppReader.read(document, header);
            case BOX -> BoxReader.read(document, header);
            case DEFAULTS -> PlainReaders.defaults(document, header);
        };
    }

    private static String[] keys(Kind kind) {
        boolean status =
                switch (kind) {
                    case WORKSPACE, PROVIDER, CLUSTER, APP -> true;
                    case BOX, DEFAULTS -> false;
                };
        return status
                ? new String[] {API, KIND, "metadata", "spec", "status"}
                : new String[] {API, KIND, "metadata", "spec"};
    }
}
