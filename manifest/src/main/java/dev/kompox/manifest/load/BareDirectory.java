package dev.kompox.manifest.load;

import dev.kompox.compose.yaml.Location;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.kom.App;
import dev.kompox.manifest.kom.AppIngress;
import dev.kompox.manifest.kom.Cluster;
import dev.kompox.manifest.kom.ClusterIngress;
import dev.kompox.manifest.kom.ComposeSource;
import dev.kompox.manifest.kom.Deployment;
import dev.kompox.manifest.kom.Header;
import dev.kompox.manifest.kom.NetworkPolicy;
import dev.kompox.manifest.kom.Origin;
import dev.kompox.manifest.kom.Protection;
import dev.kompox.manifest.kom.Provider;
import dev.kompox.manifest.kom.Settings;
import dev.kompox.manifest.kom.Workspace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** Describe a directory that has a Compose file and no documents. */
public final class BareDirectory {

    private static final String DRIVER = "docker";

    private BareDirectory() {}

    /**
     * Describe the directory as if documents said it: an app on the local Docker Engine.
     *
     * @param dockerContext the Docker context it runs in, such as {@code default}
     * @param project the Compose project's name
     * @param composeFile the Compose file, absolute
     * @return workspace {@code local}, provider {@code docker}, an existing cluster, and the app
     */
    public static KomSet describe(String dockerContext, String project, Path composeFile) {
        AppId id = AppId.ofDirectory(dockerContext, project);
        String name = String.valueOf(composeFile.getFileName());
        Location location = new Location(name, 1, 1);
        Header header =
                new Header(
                        new Origin(composeFile, 1, location),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        null);
        return new KomSet(
                List.of(
                        new Workspace(
                                id.clusterId().providerId().workspaceId(), header, Settings.NONE),
                        new Provider(id.clusterId().providerId(), header, DRIVER, Settings.NONE),
                        new Cluster(
                                id.clusterId(),
                                header,
                                true,
                                ClusterIngress.DEFAULT,
                                Protection.NONE,
                                Settings.NONE),
                        new App(
                                id,
                                header,
                                new ComposeSource.File(name, location),
                                AppIngress.NONE,
                                List.of(),
                                Deployment.ANYWHERE,
                                NetworkPolicy.NONE,
                                new LinkedHashMap<>(),
                                Settings.NONE)));
    }
}
