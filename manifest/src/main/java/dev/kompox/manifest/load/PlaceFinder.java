package dev.kompox.manifest.load;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Find a project's places: what was said first, then the environment, then by looking. */
final class PlaceFinder {

    static final String KOMPOX = ".kompox";
    static final String KOM_APP = "kompoxapp.yml";
    private static final String OTHER_SPELLING = "kompoxapp.yaml";

    private final KomRequest request;

    PlaceFinder(KomRequest request) {
        this.request = request;
    }

    KomPlaces find() {
        Path root = chosen(request.root(), "--kompox-root", "KOMPOX_ROOT");
        if (root == null) {
            root = above();
        }
        Path kompox = chosen(request.kompoxDirectory(), "--kompox-dir", "KOMPOX_DIR");
        if (kompox == null && root != null && Files.isDirectory(root.resolve(KOMPOX))) {
            kompox = root.resolve(KOMPOX);
        }
        return withKomApp(root, kompox);
    }

    private @Nullable Path chosen(@Nullable Path given, String option, String variable) {
        String value = request.variable(variable);
        Path path = given != null || value == null ? given : Path.of(value);
        if (path == null) {
            return null;
        }
        Path absolute = request.directory().resolve(path).normalize();
        if (!Files.isDirectory(absolute)) {
            throw refuse(
                    "no-such-directory",
                    "%s names %s, which is not a directory"
                            .formatted(given == null ? variable : option, absolute),
                    "Create it with: kompox init, or leave the choice out.");
        }
        return absolute;
    }

    private @Nullable Path above() {
        for (Path each = request.directory(); each != null; each = each.getParent()) {
            if (Files.isDirectory(each.resolve(KOMPOX))) {
                return each;
            }
        }
        return null;
    }

    private KomPlaces withKomApp(@Nullable Path root, @Nullable Path kompox) {
        String value = request.variable("KOMPOX_KOM_APP");
        Path said = request.komApp() == null && value != null ? Path.of(value) : request.komApp();
        Path directory = request.directory();
        if (said == null) {
            return new KomPlaces(
                    directory, root, kompox, directory.resolve(KOM_APP), hasKomApp(root));
        }
        Path file = directory.resolve(said).normalize();
        if (!Files.exists(file)) {
            throw refuse(
                    "no-such-file",
                    "%s names %s, which is not there"
                            .formatted(
                                    request.komApp() == null ? "KOMPOX_KOM_APP" : "--kom-app",
                                    file),
                    "Name an App document, or leave the choice out.");
        }
        return new KomPlaces(directory, root, kompox, file, true);
    }

    /**
     * A file that is nearly there is refused: without it the directory would be taken for another
     * app, with other disks.
     */
    private boolean hasKomApp(@Nullable Path root) {
        Path file = request.directory().resolve(KOM_APP);
        Path other = request.directory().resolve(OTHER_SPELLING);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(other, LinkOption.NOFOLLOW_LINKS)) {
                throw refuse(
                        "wrong-name",
                        other + " is not read: the file is called " + KOM_APP,
                        "mv " + OTHER_SPELLING + " " + KOM_APP);
            }
            return false;
        }
        try {
            Boundary around =
                    Boundary.around(
                            List.of(
                                    request.directory(),
                                    root == null ? request.directory() : root));
            if (!around.contains(file)) {
                throw refuse(
                        "outside-boundary",
                        "%s leads to %s, which is outside of %s"
                                .formatted(file, file.toRealPath(), around),
                        "If it is meant, name it: --kom-app " + file.toRealPath());
            }
            return true;
        } catch (IOException e) {
            throw refuse(
                    "unreadable",
                    file + " cannot be read: it is a link to a file that is not there",
                    "Remove the link, or put the file there.");
        }
    }

    private static ComposeException refuse(String code, String sentence, String remedy) {
        return new ComposeException(Problem.error(code, sentence, null, "").withRemedy(remedy));
    }
}
