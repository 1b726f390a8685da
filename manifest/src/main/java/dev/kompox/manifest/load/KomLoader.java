package dev.kompox.manifest.load;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.kom.Defaults;
import dev.kompox.manifest.kom.KomDocument;
import dev.kompox.manifest.kom.KomResource;
import dev.kompox.manifest.read.KomReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Load the KOM documents of a project. Reads files only; changes nothing, starts nothing.
 *
 * <p>The app's own file ({@code kompoxapp.yml}) is always read. Further documents come from the
 * first {@link Level} that says something; levels are not merged. All or nothing is loaded.
 */
public final class KomLoader {

    private final KomPlaces places;
    private final KomRequest request;
    private final Diagnostics diagnostics;
    private final FileText texts;
    private final List<KomResource> resources = new ArrayList<>();
    private @Nullable Defaults defaults;

    private KomLoader(KomRequest request) {
        this.request = request;
        this.places = new PlaceFinder(request).find();
        this.diagnostics = new Diagnostics(request.directory().toString());
        this.texts = new FileText(diagnostics, FileText.MOST);
    }

    /**
     * Load.
     *
     * @return what was found; {@link LoadedKom#isBare} when there is no document
     * @throws ComposeException with every problem found
     */
    public static LoadedKom load(KomRequest request) {
        return new KomLoader(request).load();
    }

    private LoadedKom load() {
        KomFiles files = new KomFiles(diagnostics, KomFiles.MOST);
        if (places.komAppIsThere()) {
            readKomApp();
        }
        KomSource source = new SourceChoice(request, places, texts, diagnostics).choose(defaults);
        if (source != null) {
            new FileCollector(places, diagnostics, files).collect(source);
        }
        diagnostics.stopOnErrors();
        files.all().forEach(this::readFurther);
        diagnostics.stopOnErrors();
        new Links(diagnostics).check(resources);
        SequencedMap<AppId, Path> composeFiles =
                new ComposeFiles(places, diagnostics).find(resources);
        diagnostics.stopOnErrors();
        return new LoadedKom(
                places, new KomSet(resources), defaults, composeFiles, diagnostics.warnings());
    }

    private void readKomApp() {
        for (KomDocument document : read(places.komApp(), places.komApp())) {
            switch (document) {
                case KomResource resource -> resources.add(resource);
                case Defaults found -> take(found);
            }
        }
    }

    private void take(Defaults found) {
        if (defaults != null) {
            diagnostics.add(
                    Problem.error(
                                    "double-defaults",
                                    "there are two documents of kind Defaults, the first at "
                                            + defaults.header().origin().location(),
                                    found.header().origin().location(),
                                    "")
                            .withRemedy("Remove one of them."));
        }
        defaults = found;
    }

    private void readFurther(Path real, Path path) {
        if (places.komAppIsThere() && isKomApp(real)) {
            return;
        }
        for (KomDocument document : read(real, path)) {
            switch (document) {
                case KomResource resource -> resources.add(resource);
                case Defaults ignored ->
                        diagnostics.warning(
                                "defaults-ignored",
                                "Defaults count in %s only and are ignored in %s"
                                        .formatted(
                                                places.komApp().getFileName(),
                                                ignored.header().origin().location().file()),
                                ignored.header().origin().location());
            }
        }
    }

    private boolean isKomApp(Path real) {
        try {
            return places.komApp().toRealPath().equals(real);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<KomDocument> read(Path file, Path path) {
        String name = diagnostics.nameOf(path.toString());
        String text = texts.read(file, name);
        return text == null ? List.of() : KomReader.read(path, name, text, diagnostics);
    }
}
