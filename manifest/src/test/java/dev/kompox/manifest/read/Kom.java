package dev.kompox.manifest.read;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.manifest.kom.KomDocument;
import java.nio.file.Path;
import java.util.List;

/** Reads texts as if they were files. */
final class Kom {

    private Kom() {}

    static List<KomDocument> read(String text) {
        Diagnostics diagnostics = new Diagnostics("/project");
        List<KomDocument> documents =
                KomReader.read(Path.of("/project/kom.yml"), "kom.yml", text, diagnostics);
        diagnostics.stopOnErrors();
        return documents;
    }

    static <T extends KomDocument> T one(Class<T> kind, String text) {
        return kind.cast(read(text).getFirst());
    }

    static String head(String kind, String id) {
        String name = id.substring(id.lastIndexOf('/') + 1);
        return """
        apiVersion: ops.kompox.dev/v1alpha1
        kind: %s
        metadata:
          name: %s
          annotations: {ops.kompox.dev/id: %s}
        """
                .formatted(kind, name, id);
    }
}
