package dev.kompox.compose.merge;

import dev.kompox.compose.canonical.VolumeSyntax;
import dev.kompox.compose.schema.Unique;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tell by what an item of a list is known. */
final class Identity {

    private Identity() {}

    /** Give the identity, or null when the item can have none. */
    static @Nullable String of(Node item, Unique rule) {
        return switch (rule) {
            case NO -> null;
            case KEY_VALUE -> item instanceof ScalarNode text ? before(text.text(), '=') : null;
            case TEXT -> item instanceof ScalarNode text ? text.text() : null;
            case VOLUME_TARGET -> volume(item);
            case DEVICE_TARGET -> device(item);
            case CONFIG_TARGET -> mount(item, "");
            case SECRET_TARGET -> mount(item, "/run/secrets");
            case PORT -> port(item);
            case ENV_FILE -> item instanceof MappingNode file ? text(file, "path") : plain(item);
        };
    }

    private static @Nullable String volume(Node item) {
        if (item instanceof MappingNode volume) {
            return text(volume, "target");
        }
        String spec = plain(item);
        return spec == null ? "" : VolumeSyntax.target(spec);
    }

    private static @Nullable String device(Node item) {
        if (item instanceof MappingNode device) {
            return text(device, "target");
        }
        String spec = plain(item);
        if (spec == null) {
            return "";
        }
        List<String> parts = List.of(spec.split(":", -1));
        return parts.size() == 1 ? parts.getFirst() : parts.get(1);
    }

    private static @Nullable String mount(Node item, String directory) {
        if (item instanceof MappingNode mount) {
            String target = text(mount, "target");
            return target == null ? directory + "/" + text(mount, "source") : target;
        }
        String source = plain(item);
        return source == null ? null : directory + "/" + source;
    }

    private static @Nullable String port(Node item) {
        if (!(item instanceof MappingNode port)) {
            return plain(item);
        }
        String host = text(port, "host_ip");
        String protocol = text(port, "protocol");
        return "%s:%s:%s/%s"
                .formatted(
                        host == null ? "0.0.0.0" : host,
                        text(port, "published"),
                        text(port, "target"),
                        protocol == null ? "tcp" : protocol);
    }

    private static @Nullable String text(MappingNode mapping, String key) {
        Node value = mapping.get(key);
        return value == null ? null : plain(value);
    }

    private static @Nullable String plain(Node node) {
        return node instanceof ScalarNode scalar ? scalar.text() : null;
    }

    private static String before(String text, char separator) {
        int at = text.indexOf(separator);
        return at < 0 ? text : text.substring(0, at);
    }
}
