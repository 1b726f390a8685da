package dev.kompox.manifest.load;

import dev.kompox.compose.Problem;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.manifest.load.KomSource.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turn the entries of a source into files, keeping to the boundary. */
final class FileCollector {

    private final KomPlaces places;
    private final Diagnostics diagnostics;
    private final KomFiles files;

    FileCollector(KomPlaces places, Diagnostics diagnostics, KomFiles files) {
        this.places = places;
        this.diagnostics = diagnostics;
        this.files = files;
    }

    void collect(KomSource source) {
        for (Entry entry : source.entries()) {
            collect(source, entry);
        }
    }

    private void collect(KomSource source, Entry entry) {
        try {
            Path path = path(source, entry);
            if (path != null && isAllowed(source, entry, path)) {
                add(source, entry, path);
            }
        } catch (NoSuchFileException e) {
            refuse("no-such-path", source, entry, "is not there; patterns are not expanded");
        } catch (InvalidPathException e) {
            refuse("bad-path", source, entry, "is not a path");
        } catch (IOException e) {
            refuse("unreadable", source, entry, "cannot be read (" + e.getMessage() + ")");
        }
    }

    private @Nullable Path path(KomSource source, Entry entry) {
        String text = entry.path();
        if (text.contains("://")) {
            return refuse("bad-path", source, entry, "is an address; only files can be read");
        }
        if (text.isBlank()) {
            return refuse("bad-path", source, entry, "is empty");
        }
        String expanded = expand(text, "$KOMPOX_ROOT", places.root());
        expanded =
                expanded == null ? null : expand(expanded, "$KOMPOX_DIR", places.kompoxDirectory());
        if (expanded == null) {
            return refuse(
                    "bad-path", source, entry, "needs a directory .kompox, and there is none");
        }
        return source.base().resolve(expanded);
    }

    private static @Nullable String expand(String text, String variable, @Nullable Path value) {
        if (!text.contains(variable)) {
            return text;
        }
        return value == null ? null : text.replace(variable, value.toString());
    }

    private boolean isAllowed(KomSource source, Entry entry, Path path) throws IOException {
        Path real = path.toRealPath();
        if (source.bound() && !project().contains(real)) {
            refuse(
                    "outside-boundary",
                    source,
                    entry,
                    "leads to %s, which is outside of %s".formatted(real, project()));
            return false;
        }
        return true;
    }

    private void add(KomSource source, Entry entry, Path path) throws IOException {
        if (Files.isDirectory(path)) {
            new DirectoryScan(project().and(path), diagnostics, files).scan(path);
        } else if (!KomFiles.isYaml(path)) {
            refuse("bad-path", source, entry, "is neither a directory nor a .yml or .yaml file");
        } else {
            files.add(path);
        }
    }

    /** Draw the boundary of the project: its root, Kompox's directory, or else the app's. */
    private Boundary project() throws IOException {
        List<Path> directories = new ArrayList<>();
        if (places.root() != null) {
            directories.add(places.root());
        }
        if (places.kompoxDirectory() != null) {
            directories.add(places.kompoxDirectory());
        }
        if (directories.isEmpty()) {
            directories.add(places.komAppDirectory());
        }
        return Boundary.around(directories);
    }

    private @Nullable Path refuse(String code, KomSource source, Entry entry, String why) {
        String remedy =
                entry.location() == null
                        ? "Correct " + source.level() + "."
                        : "Edit line %d of %s."
                                .formatted(entry.location().line(), entry.location().file());
        diagnostics.add(
                Problem.error(
                                code,
                                "%s: \"%s\" %s".formatted(source.level(), entry.path(), why),
                                entry.location(),
                                "")
                        .withRemedy(remedy));
        return null;
    }
}
