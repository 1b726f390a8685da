package dev.kompox.manifest.load;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.compose.diagnose.Nearest;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.kom.App;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Choose the app that a command is about. */
public final class AppChoice {

    private AppChoice() {}

    /**
     * Choose an app: the one that is named, else {@code Defaults.spec.appId}, else the only App of
     * the app's own file. Never another: a command must not reach an app nobody meant.
     *
     * @param kom what was loaded
     * @param named an id or a name, or null
     * @throws ComposeException if there is no such app, several have the name, or none is meant
     */
    public static App choose(LoadedKom kom, @Nullable String named) {
        List<App> apps = kom.set().apps();
        if (named != null) {
            return pick(matching(apps, named), "app \"" + named + "\"", apps, named);
        }
        AppId preset = kom.defaults() == null ? null : kom.defaults().appId();
        if (preset != null) {
            String text = preset.toString();
            return pick(matching(apps, text), "app " + text + " of Defaults", apps, text);
        }
        List<App> own =
                apps.stream()
                        .filter(app -> app.header().origin().file().equals(kom.places().komApp()))
                        .toList();
        return pick(own, "app of " + kom.places().komApp().getFileName(), apps, null);
    }

    private static List<App> matching(List<App> apps, String named) {
        boolean id = named.contains("/");
        return apps.stream()
                .filter(app -> named.equals(id ? app.id().toString() : app.id().app()))
                .toList();
    }

    private static App pick(List<App> found, String what, List<App> apps, @Nullable String named) {
        if (found.size() == 1) {
            return found.getFirst();
        }
        boolean several = found.size() > 1;
        List<String> ids =
                (several ? found : apps).stream().map(app -> app.id().toString()).toList();
        String near = named == null ? null : near(named, apps);
        String sentence =
                several
                        ? "there are several: %s could be %s"
                                .formatted(what, String.join(", ", ids))
                        : "there is no "
                                + what
                                + (near == null ? "" : "; did you mean \"" + near + "\"?");
        throw new ComposeException(
                Problem.error(several ? "unclear-app" : "no-such-app", sentence, null, "")
                        .withRemedy(
                                ids.isEmpty()
                                        ? "Write one with: kompox init"
                                        : "Set Defaults.spec.appId in kompoxapp.yml to one of "
                                                + String.join(", ", ids)));
    }

    private static @Nullable String near(String named, List<App> apps) {
        boolean id = named.contains("/");
        return Nearest.of(
                named,
                apps.stream().map(app -> id ? app.id().toString() : app.id().app()).toList());
    }
}
