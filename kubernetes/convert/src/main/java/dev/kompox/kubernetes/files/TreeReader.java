package dev.kompox.kubernetes.files;

import dev.kompox.kubernetes.convert.LocalFiles;
import dev.kompox.kubernetes.convert.LocalFiles.Found;
import dev.kompox.kubernetes.convert.LocalFiles.Other;
import dev.kompox.kubernetes.convert.LocalFiles.Tree;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a directory with all below it, as far as a ConfigMap can hold it. */
final class TreeReader {

    private static final int DEEPEST = 50;

    private final Path root;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private boolean executable;
    private boolean hollow;
    private int left = LocalFiles.LARGEST;

    /** Read a directory whose path has no links. */
    TreeReader(Path root) {
        this.root = root;
    }

    Found read() throws IOException {
        Other obstacle = read(root);
        return obstacle == null ? new Tree(files, executable, hollow) : obstacle;
    }

    /** Read what is below a directory; return what stands in the way of that, or null. */
    private @Nullable Other read(Path directory) throws IOException {
        if (root.relativize(directory).getNameCount() > DEEPEST) {
            return new Other("a directory of more than " + DEEPEST + " levels");
        }
        boolean empty = true;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                empty = false;
                Other obstacle =
                        Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                                ? read(entry)
                                : file(entry);
                if (obstacle != null) {
                    return obstacle;
                }
            }
        }
        hollow |= empty && !directory.equals(root);
        return null;
    }

    private @Nullable Other file(Path entry) throws IOException {
        String name = root.relativize(entry).toString();
        Path file = inside(entry);
        if (file == null) {
            return new Other("a directory with a link that leads out of it (" + name + ")");
        }
        if (Files.isDirectory(file)) {
            return new Other("a directory with a link to a directory in it (" + name + ")");
        }
        if (!Files.isRegularFile(file)) {
            return new Other(
                    "a directory with " + ProjectFiles.special(file) + " in it (" + name + ")");
        }
        if (files.size() == LocalFiles.MOST_FILES) {
            return new Other("a directory with more than " + LocalFiles.MOST_FILES + " files");
        }
        byte[] bytes = ProjectFiles.read(file, left);
        if (bytes == null) {
            return new Other(
                    "a directory with more than the 1 MB that a cluster keeps in one object");
        }
        left -= bytes.length;
        executable |= Files.isExecutable(file);
        files.put(name, bytes);
        return null;
    }

    /** Return the entry, or what it leads to below the root; null if that is elsewhere. */
    private @Nullable Path inside(Path entry) throws IOException {
        if (!Files.isSymbolicLink(entry)) {
            return entry;
        }
        if (Files.readSymbolicLink(entry).isAbsolute()) {
            return null;
        }
        try {
            Path real = entry.toRealPath();
            return real.startsWith(root) ? real : null;
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
