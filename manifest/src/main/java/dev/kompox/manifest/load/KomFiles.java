package dev.kompox.manifest.load;

import dev.kompox.compose.Problem;
import dev.kompox.compose.diagnose.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Gather files to read, each once however many ways lead to it, up to a number. */
final class KomFiles {

    /** The most files of a load. */
    static final int MOST = 5000;

    private final Diagnostics diagnostics;
    private final int most;
    private final SequencedMap<Path, Path> byRealPath = new LinkedHashMap<>();

    KomFiles(Diagnostics diagnostics, int most) {
        this.diagnostics = diagnostics;
        this.most = most;
    }

    static boolean isYaml(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    /**
     * Add a file.
     *
     * @return whether there is room for more
     * @throws IOException if it is not there
     */
    boolean add(Path path) throws IOException {
        if (byRealPath.size() < most) {
            byRealPath.putIfAbsent(path.toRealPath(), path.toAbsolutePath().normalize());
            return true;
        }
        if (!byRealPath.containsKey(path.toRealPath())) {
            diagnostics.add(
                    Problem.error(
                                    "too-many-files",
                                    "there are more than " + most + " KOM files",
                                    null,
                                    "")
                            .withRemedy("Name a directory that holds fewer with KOMPOX_KOM_PATH."));
            return false;
        }
        return true;
    }

    /** Give the files, links resolved, with the paths that led to them. */
    SequencedMap<Path, Path> all() {
        return byRealPath;
    }
}
