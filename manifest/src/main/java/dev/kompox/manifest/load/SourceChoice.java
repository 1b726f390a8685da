package dev.kompox.manifest.load;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.manifest.kom.Defaults;
import dev.kompox.manifest.kom.Defaults.KomPath;
import dev.kompox.manifest.load.KomSource.Entry;
import dev.kompox.manifest.read.ConfigReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Choose the level that documents are read from: the first that says something. */
final class SourceChoice {

    private static final String CONFIG = "config.yml";
    private static final String KOM = "kom";

    private final KomRequest request;
    private final KomPlaces places;
    private final FileText texts;
    private final Diagnostics diagnostics;

    SourceChoice(KomRequest request, KomPlaces places, FileText texts, Diagnostics diagnostics) {
        this.request = request;
        this.places = places;
        this.texts = texts;
        this.diagnostics = diagnostics;
    }

    @Nullable KomSource choose(@Nullable Defaults defaults) {
        Path base = places.komAppDirectory();
        if (!request.komPaths().isEmpty()) {
            return new KomSource(Level.OPTION, plain(request.komPaths()), base, false);
        }
        List<String> variable = fromVariable();
        if (!variable.isEmpty()) {
            return new KomSource(Level.VARIABLE, plain(variable), base, false);
        }
        if (defaults != null && !defaults.komPath().isEmpty()) {
            return new KomSource(Level.DEFAULTS, located(defaults.komPath()), base, true);
        }
        return places.kompoxDirectory() == null ? null : ofProject(places.kompoxDirectory());
    }

    private @Nullable KomSource ofProject(Path kompox) {
        Path config = kompox.resolve(CONFIG);
        if (Files.exists(config)) {
            String name = diagnostics.nameOf(config.toString());
            String text = texts.read(config, name);
            List<KomPath> paths =
                    text == null ? List.of() : ConfigReader.read(name, text, diagnostics);
            if (!paths.isEmpty()) {
                return new KomSource(Level.CONFIGURATION, located(paths), kompox, false);
            }
        }
        return Files.exists(kompox.resolve(KOM))
                ? new KomSource(Level.DIRECTORY, plain(List.of(KOM)), kompox, true)
                : null;
    }

    private List<String> fromVariable() {
        String value = request.variable("KOMPOX_KOM_PATH");
        List<String> paths = new ArrayList<>();
        if (value != null) {
            for (String each : value.split(File.pathSeparator, -1)) {
                if (!each.isEmpty()) {
                    paths.add(each);
                }
            }
        }
        return paths;
    }

    private static List<Entry> plain(List<String> paths) {
        return paths.stream().map(path -> new Entry(path, null)).toList();
    }

    private static List<Entry> located(List<KomPath> paths) {
        return paths.stream().map(path -> new Entry(path.path(), path.location())).toList();
    }
}
