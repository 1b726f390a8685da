package dev.kompox.manifest.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold the directories that a project's files may lie in, links resolved.
 *
 * <p>Paths are compared step by step and only after every link of both sides is resolved: a
 * directory called {@code ..data} is no way out, and a link is no way round.
 */
public final class Boundary {

    private final List<Path> directories;

    private Boundary(List<Path> directories) {
        this.directories = List.copyOf(directories);
    }

    /**
     * Draw a boundary around directories.
     *
     * @throws IOException if one of them is not there
     */
    public static Boundary around(List<Path> directories) throws IOException {
        List<Path> real = new ArrayList<>();
        for (Path each : directories) {
            Path resolved = each.toRealPath();
            if (!isWithin(resolved, real)) {
                real.add(resolved);
            }
        }
        return new Boundary(real);
    }

    /**
     * Say whether a file or directory lies within.
     *
     * @param path where it is, links and all
     * @throws IOException if it is not there
     */
    public boolean contains(Path path) throws IOException {
        return isWithin(path.toRealPath(), directories);
    }

    private static boolean isWithin(Path real, List<Path> directories) {
        for (Path each : directories) {
            if (real.startsWith(each)) {
                return true;
            }
        }
        return false;
    }

    /** Draw the boundary around a directory more. */
    Boundary and(Path directory) throws IOException {
        List<Path> more = new ArrayList<>(directories);
        more.add(directory);
        return around(more);
    }

    /** List the directories. */
    @Override
    public String toString() {
        return String.join(", ", directories.stream().map(Path::toString).toList());
    }
}
