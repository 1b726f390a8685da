package dev.kompox.kubernetes.copy;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.util.ArrayList;
import java.util.List;

/**
 * A path as somebody wrote it.
 *
 * @param path absolute, without {@code .}, {@code ..} and a slash at its end
 * @param contents whether it ended in {@code /.}: what is in the directory is meant, not itself
 * @param directory whether what it ended in says that it is a directory
 */
record CopyPath(String path, boolean contents, boolean directory) {

    /**
     * Read one.
     *
     * @param base what a relative path begins at, absolute
     */
    static CopyPath of(String base, String text) {
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new DriverException(
                    new Category.Invalid(), "a path is empty or no path", "Name a file");
        }
        List<String> names = new ArrayList<>();
        String absolute = text.startsWith("/") ? text : base + "/" + text;
        for (String name : absolute.split("/", -1)) {
            switch (name) {
                case "", "." -> {}
                case ".." -> {
                    if (!names.isEmpty()) {
                        names.removeLast();
                    }
                }
                default -> names.add(name);
            }
        }
        boolean contents = text.equals(".") || text.endsWith("/.") || names.isEmpty();
        boolean up = text.equals("..") || text.endsWith("/..");
        return new CopyPath(
                "/" + String.join("/", names), contents, contents || up || text.endsWith("/"));
    }

    /** Return its last name; empty for the root. */
    String name() {
        return name(path);
    }

    /** Return the directory it is in. */
    String parent() {
        return parent(path);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    static String join(String directory, String name) {
        return directory.endsWith("/") ? directory + name : directory + "/" + name;
    }
}
