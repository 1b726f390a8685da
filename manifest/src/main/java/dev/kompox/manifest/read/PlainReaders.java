package dev.kompox.manifest.read;

import static java.util.Objects.requireNonNull;

import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.id.DnsLabel;
import dev.kompox.manifest.id.ProviderId;
import dev.kompox.manifest.id.ResourceId;
import dev.kompox.manifest.id.WorkspaceId;
import dev.kompox.manifest.kom.Defaults;
import dev.kompox.manifest.kom.Defaults.KomPath;
import dev.kompox.manifest.kom.Kind;
import dev.kompox.manifest.kom.Provider;
import dev.kompox.manifest.kom.Settings;
import dev.kompox.manifest.kom.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Read the kinds that are little more than settings. */
final class PlainReaders {

    private PlainReaders() {}

    static @Nullable Workspace workspace(Fields document, HeaderReader header) {
        Settings settings = settings(document.fields("spec", Concealed.SETTINGS));
        return document.make(
                () -> new Workspace((WorkspaceId) header.id(), header.header(), settings));
    }

    static @Nullable Provider provider(Fields document, HeaderReader header) {
        Fields spec = document.fields("spec", "driver", Concealed.SETTINGS);
        String driver = spec.required("driver", text -> DnsLabel.check("driver", text));
        Settings settings = settings(spec);
        return document.make(() ->
                new Provider(
                        (ProviderId) header.id(),
                        header.header(),
                        requireNonNull(driver),
                        settings));
    }

    static @Nullable Defaults defaults(Fields document, HeaderReader header) {
        Fields spec = document.fields("spec", "komPath", "appId");
        List<String> paths = spec.texts("komPath");
        AppId app = spec.parsed("appId", PlainReaders::appId);
        return document.make(
                () -> new Defaults(header.header(), komPaths(paths, spec.value("komPath")), app));
    }

    static Settings settings(Fields spec) {
        return new Settings(spec.textMap(Concealed.SETTINGS));
    }

    private static AppId appId(String text) {
        ResourceId id = ResourceId.parse(text);
        if (id instanceof AppId app) {
            return app;
        }
        throw new IllegalArgumentException(
                "\"%s\" is the id of a kind %s, not App".formatted(text, Kind.of(id).text()));
    }

    static List<KomPath> komPaths(List<String> paths, @Nullable Node list) {
        List<KomPath> komPaths = new ArrayList<>();
        if (list instanceof SequenceNode sequence) {
            for (int i = 0; i < paths.size(); i++) {
                komPaths.add(new KomPath(paths.get(i), sequence.items().get(i).location()));
            }
        }
        return komPaths;
    }
}
