package dev.kompox.lab;

import dev.kompox.driver.call.Token;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.manifest.id.AppId;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The tags and names of what belongs to an app. */
final class Tags {

    static final String OPERATION = "kompox.dev/operation";

    private Tags() {}

    /** Return the tags of a disk; one that no call made has no operation. */
    static SequencedMap<String, String> of(DiskRef ref, Source source, @Nullable Token token) {
        SequencedMap<String, String> tags = common(ref.app(), "disk");
        tags.put("kompox.dev/volume", ref.volume().value());
        tags.put("kompox.dev/disk", ref.name().value());
        tags.put("kompox.dev/source", source.toString());
        if (token != null) {
            sign(tags, token);
        }
        return tags;
    }

    static SequencedMap<String, String> of(SnapshotRef ref, Token token) {
        SequencedMap<String, String> tags = common(ref.app(), "snapshot");
        tags.put("kompox.dev/volume", ref.volume().value());
        tags.put("kompox.dev/snapshot", ref.name().value());
        sign(tags, token);
        return tags;
    }

    private static SequencedMap<String, String> common(AppId app, String kind) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put("kompox.dev/app", app.toString());
        tags.put("kompox.dev/kind", kind);
        return tags;
    }

    private static void sign(SequencedMap<String, String> tags, Token token) {
        tags.put(OPERATION, token.operation());
        tags.put("kompox.dev/step", token.step());
    }

    static String nativeId(DiskRef ref) {
        return stem(ref.app()) + ".disk." + ref.name() + "." + ref.volume();
    }

    static String nativeId(SnapshotRef ref) {
        return stem(ref.app()) + ".snapshot." + ref.name() + "." + ref.volume();
    }

    /** Labels have no dots, and of all names only a volume's may; so no two things share an id. */
    private static String stem(AppId app) {
        return String.join(".", app.workspace(), app.provider(), app.cluster(), app.app());
    }
}
