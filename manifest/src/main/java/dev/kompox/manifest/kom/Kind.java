package dev.kompox.manifest.kom;

import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.id.BoxId;
import dev.kompox.manifest.id.ClusterId;
import dev.kompox.manifest.id.ProviderId;
import dev.kompox.manifest.id.ResourceId;
import dev.kompox.manifest.id.WorkspaceId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Name the kinds of KOM documents. */
public enum Kind {
    /** A group of providers that belong together. */
    WORKSPACE("Workspace", "/ws/NAME"),
    /** A driver and its settings. */
    PROVIDER("Provider", "/ws/NAME/prv/NAME"),
    /** A place where apps run. */
    CLUSTER("Cluster", "/ws/NAME/prv/NAME/cls/NAME"),
    /** A Compose file, and what a place must know beyond it. */
    APP("App", "/ws/NAME/prv/NAME/cls/NAME/app/NAME"),
    /** A helper beside an app. */
    BOX("Box", "/ws/NAME/prv/NAME/cls/NAME/app/NAME/box/NAME"),
    /** What holds when nothing else is said; has no id. */
    DEFAULTS("Defaults", "");

    /** The version of the format that is read. */
    public static final String API_VERSION = "ops.kompox.dev/v1alpha1";

    private final String text;
    private final String idShape;

    Kind(String text, String idShape) {
        this.text = text;
        this.idShape = idShape;
    }

    /** Give the kind as {@code kind:} writes it. */
    public String text() {
        return text;
    }

    /** Show what an id of this kind looks like; empty when it has none. */
    public String idShape() {
        return idShape;
    }

    /** Find a kind by what {@code kind:} says, or null when there is none. */
    public static @Nullable Kind find(String text) {
        for (Kind kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        return null;
    }

    /** Tell the kind of what an id identifies. */
    public static Kind of(ResourceId id) {
        return switch (id) {
            case WorkspaceId workspace -> WORKSPACE;
            case ProviderId provider -> PROVIDER;
            case ClusterId cluster -> CLUSTER;
            case AppId app -> APP;
            case BoxId box -> BOX;
        };
    }

    /** List what {@code kind:} may say. */
    public static List<String> texts() {
        return Stream.of(values()).map(Kind::text).toList();
    }
}
