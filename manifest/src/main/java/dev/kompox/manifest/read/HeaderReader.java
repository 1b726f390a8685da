package dev.kompox.manifest.read;

import static java.util.Objects.requireNonNull;

import dev.kompox.manifest.id.DnsLabel;
import dev.kompox.manifest.id.ResourceId;
import dev.kompox.manifest.kom.Header;
import dev.kompox.manifest.kom.Kind;
import dev.kompox.manifest.kom.Origin;
import org.jspecify.annotations.Nullable;

/** Read what every document has: metadata, the id among it, and status. */
final class HeaderReader {

    private final Fields metadata;
    private final Kind kind;
    private final @Nullable ResourceId id;
    private final Header header;

    HeaderReader(Fields document, Kind kind, Origin origin) {
        this.kind = kind;
        metadata = document.fields("metadata", "name", "labels", "annotations");
        header =
                new Header(
                        origin,
                        metadata.textMap("labels"),
                        metadata.textMap("annotations"),
                        document.fields("status", "opsNamespace").text("opsNamespace"));
        id = kind == Kind.DEFAULTS ? null : readId();
        if (kind == Kind.DEFAULTS) {
            metadata.parsed("name", name -> DnsLabel.check("name", name));
        }
    }

    /** Give the header. */
    Header header() {
        return header;
    }

    /** Give the id, which is of the document's kind; only for use when making the document. */
    ResourceId id() {
        return requireNonNull(id);
    }

    private @Nullable ResourceId readId() {
        String name = metadata.required("name", text -> DnsLabel.check("name", text));
        Fields annotations = metadata.open("annotations");
        if (!annotations.has(Header.ID)) {
            metadata.error(
                    "missing-id",
                    "annotations",
                    "needs the annotation \"" + Header.ID + "\"",
                    "Write annotations: {%s: %s}".formatted(Header.ID, kind.idShape()));
            return null;
        }
        ResourceId read = annotations.required(Header.ID, ResourceId::parse);
        if (read == null) {
            return null;
        }
        if (Kind.of(read) != kind) {
            annotations.error(
                    "wrong-id",
                    Header.ID,
                    "\"%s\" is the id of a kind %s, not %s"
                            .formatted(read, Kind.of(read).text(), kind.text()),
                    "Write an id of the form " + kind.idShape());
            return null;
        }
        if (name != null && !name.equals(read.name())) {
            annotations.error(
                    "wrong-id",
                    Header.ID,
                    "the last name of \"%s\" is not the document's name \"%s\""
                            .formatted(read, name),
                    null);
        }
        return read;
    }
}
