package dev.kompox.manifest.load;

import dev.kompox.compose.Problem;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.kom.App;
import dev.kompox.manifest.kom.ComposeSource;
import dev.kompox.manifest.kom.KomResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Find the Compose files that Apps name. Only an App of the app's own file may name one. */
final class ComposeFiles {

    private final KomPlaces places;
    private final Diagnostics diagnostics;

    ComposeFiles(KomPlaces places, Diagnostics diagnostics) {
        this.places = places;
        this.diagnostics = diagnostics;
    }

    SequencedMap<AppId, Path> find(List<KomResource> resources) {
        SequencedMap<AppId, Path> files = new LinkedHashMap<>();
        for (KomResource each : resources) {
            if (each instanceof App app && app.compose() instanceof ComposeSource.File file) {
                find(app, file, files);
            }
        }
        return files;
    }

    private void find(App app, ComposeSource.File file, SequencedMap<AppId, Path> files) {
        if (!app.header().origin().file().equals(places.komApp())) {
            refuse(
                    file,
                    "only an App in " + places.komApp().getFileName() + " may name a Compose file",
                    "Write the Compose file into the document in place of \"file:\".");
            return;
        }
        try {
            files.put(app.id(), new ReferenceBase(places.komAppDirectory()).find(file.path()));
        } catch (IllegalArgumentException e) {
            refuse(file, String.valueOf(e.getMessage()), null);
        } catch (IOException e) {
            refuse(file, "the Compose file cannot be read (" + e.getMessage() + ")", null);
        }
    }

    private void refuse(ComposeSource.File file, String sentence, @Nullable String remedy) {
        String edit =
                "Edit line %d of %s.".formatted(file.location().line(), file.location().file());
        diagnostics.add(
                Problem.error("bad-reference", "App.spec.compose: " + sentence, file.location(), "")
                        .withRemedy(remedy == null ? edit : remedy));
    }
}
