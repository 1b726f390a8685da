package dev.kompox.manifest.load;

import dev.kompox.compose.Problem;
import dev.kompox.compose.diagnose.Diagnostics;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Find the YAML files of a directory and those below it, in the order of their names.
 *
 * <p>Directories that hold no documents by custom ({@code .git}, {@code node_modules}, {@code
 * build}, …) are passed over where they lie below the directory; how the directory itself and those
 * above it are called does not matter. Links to directories are not followed. A link to a file is
 * read if the file lies within the boundary, and refused if not.
 */
final class DirectoryScan {

    private static final int DEEPEST = 10;
    private static final Set<String> PASSED_OVER =
            Set.of(
                    ".git",
                    ".github",
                    "node_modules",
                    "vendor",
                    ".direnv",
                    ".venv",
                    "dist",
                    "build");

    private final Boundary boundary;
    private final Diagnostics diagnostics;
    private final KomFiles files;

    DirectoryScan(Boundary boundary, Diagnostics diagnostics, KomFiles files) {
        this.boundary = boundary;
        this.diagnostics = diagnostics;
        this.files = files;
    }

    void scan(Path directory) throws IOException {
        scan(directory, 0);
    }

    /** Return whether there is room for more files. */
    private boolean scan(Path directory, int depth) throws IOException {
        if (depth > DEEPEST) {
            refuse(
                    "too-deep",
                    name(directory) + " lies more than " + DEEPEST + " directories deep",
                    "Name a directory nearer to the documents with KOMPOX_KOM_PATH.");
            return true;
        }
        boolean room = true;
        for (Path each : sorted(directory)) {
            if (room && Files.isSymbolicLink(each)) {
                room = link(each);
            } else if (room && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                room = isPassedOver(each) || scan(each, depth + 1);
            } else if (room && KomFiles.isYaml(each)) {
                room = files.add(each);
            }
        }
        return room;
    }

    private boolean link(Path link) throws IOException {
        if (Files.isDirectory(link)) {
            if (!isPassedOver(link)) {
                diagnostics.warning(
                        "link-not-followed",
                        name(link) + " is a link to a directory and is not followed",
                        null);
            }
            return true;
        }
        if (!KomFiles.isYaml(link)) {
            return true;
        }
        if (!Files.exists(link)) {
            refuse(
                    "no-such-file",
                    name(link) + " is a link to a file that is not there",
                    "Remove the link, or put the file there.");
            return true;
        }
        if (!boundary.contains(link)) {
            refuse(
                    "outside-boundary",
                    "%s leads to %s, which is outside of %s"
                            .formatted(name(link), link.toRealPath(), boundary),
                    "Put a copy in place of the link, or name the file with KOMPOX_KOM_PATH.");
            return true;
        }
        return files.add(link);
    }

    private static boolean isPassedOver(Path directory) {
        return PASSED_OVER.contains(String.valueOf(directory.getFileName()));
    }

    private static List<Path> sorted(Path directory) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(entries::add);
        }
        Collections.sort(entries);
        return entries;
    }

    private String name(Path path) {
        return diagnostics.nameOf(path.normalize().toString());
    }

    private void refuse(String code, String sentence, String remedy) {
        diagnostics.add(Problem.error(code, sentence, null, "").withRemedy(remedy));
    }
}
