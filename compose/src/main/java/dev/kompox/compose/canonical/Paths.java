package dev.kompox.compose.canonical;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.schema.PathRule;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Make the relative paths of a model absolute. */
public final class Paths {

    private final String directory;
    private final @Nullable String home;
    private final Diagnostics diagnostics;

    /**
     * Make paths absolute from a directory.
     *
     * @param directory the absolute directory
     * @param home the home directory that {@code ~} means, or null when it is not known
     * @param diagnostics told when {@code ~} cannot be resolved
     */
    public Paths(String directory, @Nullable String home, Diagnostics diagnostics) {
        this.directory = directory;
        this.home = home;
        this.diagnostics = diagnostics;
    }

    /** Give the value with absolute paths, all values below it included. */
    public Node resolve(Node node, @Nullable Key key) {
        if (key == null || (node instanceof ScalarNode && key.path() == PathRule.NONE)) {
            return node;
        }
        return switch (key.path()) {
            case NONE -> below(node, key);
            case MOUNT -> mount(node);
            case VOLUME_DEVICE -> volumeDevice(node);
            case FILE, UNIX_OR_WINDOWS, BUILD_CONTEXT, REAL_FILE -> all(node, key.path());
        };
    }

    private Node below(Node node, Key key) {
        return switch (node) {
            case ScalarNode scalar -> scalar;
            case SequenceNode list ->
                    Rewrite.items(list, (i, item) -> resolve(item, key.type().items()));
            case MappingNode mapping ->
                    Rewrite.entries(
                            mapping, (name, value) -> resolve(value, key.type().child(name)));
        };
    }

    private Node all(Node node, PathRule rule) {
        return switch (node) {
            case ScalarNode scalar -> scalar.isString() ? one(scalar, rule) : scalar;
            case SequenceNode list -> Rewrite.items(list, (i, item) -> all(item, rule));
            case MappingNode mapping -> Rewrite.entries(mapping, (name, value) -> all(value, rule));
        };
    }

    private ScalarNode one(ScalarNode scalar, PathRule rule) {
        String path = scalar.text();
        if (rule == PathRule.BUILD_CONTEXT && isRemote(path)) {
            return scalar;
        }
        boolean relaxed = rule == PathRule.UNIX_OR_WINDOWS;
        String absolute = relaxed ? unixOrWindows(path, scalar) : file(path, scalar);
        if (rule == PathRule.REAL_FILE && !absolute.isEmpty()) {
            absolute = withoutLinks(absolute);
        }
        return absolute.equals(path) ? scalar : ScalarNode.string(scalar.location(), absolute);
    }

    private String file(String path, Node at) {
        String expanded = expandHome(path, at);
        return expanded.isEmpty() || expanded.startsWith("/")
                ? expanded
                : GoPath.join(directory, expanded);
    }

    private String unixOrWindows(String path, Node at) {
        String expanded = expandHome(path, at);
        return expanded.startsWith("/") || GoPath.isWindowsAbsolute(expanded)
                ? expanded
                : GoPath.join(directory, expanded);
    }

    private String expandHome(String path, Node at) {
        if (!path.startsWith("~")) {
            return path;
        }
        if (home == null || home.isEmpty()) {
            diagnostics.warning(
                    "no-home", "cannot expand '~', because HOME is not set", at.location());
            return path;
        }
        return GoPath.join(home, path.substring(1));
    }

    private Node mount(Node node) {
        if (node instanceof MappingNode mount
                && mount.get("type") instanceof ScalarNode type
                && type.text().equals("bind")
                && mount.get("source") instanceof ScalarNode source
                && source.isString()) {
            return mount.with("source", one(source, PathRule.UNIX_OR_WINDOWS));
        }
        return node;
    }

    private Node volumeDevice(Node node) {
        if (node instanceof MappingNode volume
                && isText(volume.get("driver"), "local")
                && volume.get("driver_opts") instanceof MappingNode options
                && isText(options.get("o"), "bind")
                && options.get("device") instanceof ScalarNode device
                && device.isString()) {
            ScalarNode absolute = one(device, PathRule.UNIX_OR_WINDOWS);
            return volume.with("driver_opts", options.with("device", absolute));
        }
        return node;
    }

    private static boolean isText(@Nullable Node node, String text) {
        return node instanceof ScalarNode scalar && scalar.text().equals(text);
    }

    private static boolean isRemote(String context) {
        return context.contains("://")
                || context.startsWith("service:")
                || context.startsWith("github.com/")
                || context.startsWith("git@");
    }

    private static String withoutLinks(String path) {
        try {
            Path file = Path.of(path);
            for (Path at = file; at != null; at = at.getParent()) {
                if (Files.exists(at)) {
                    Path real = at.toRealPath();
                    return real.resolve(at.relativize(file)).normalize().toString();
                }
            }
        } catch (IOException | InvalidPathException e) {
            return path;
        }
        return path;
    }
}
