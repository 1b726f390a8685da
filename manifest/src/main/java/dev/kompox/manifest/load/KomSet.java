package dev.kompox.manifest.load;

import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.id.ResourceId;
import dev.kompox.manifest.kom.App;
import dev.kompox.manifest.kom.Cluster;
import dev.kompox.manifest.kom.Kind;
import dev.kompox.manifest.kom.KomResource;
import dev.kompox.manifest.kom.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Hold resources that belong together: every id once, and with every resource the one it lies in.
 *
 * @param resources the resources by kind (workspaces first), then by id
 */
public record KomSet(List<KomResource> resources) {

    static final Comparator<KomResource> ORDER =
            Comparator.<KomResource, Kind>comparing(KomResource::kind)
                    .thenComparing(resource -> resource.id().toString());

    /** Sort the resources and check that they belong together. */
    public KomSet {
        SequencedMap<ResourceId, KomResource> byId = new LinkedHashMap<>();
        for (KomResource each : resources) {
            if (byId.put(each.id(), each) != null) {
                throw new IllegalArgumentException("two resources have the id " + each.id());
            }
        }
        for (KomResource each : resources) {
            if (each.id().parent().filter(parent -> !byId.containsKey(parent)).isPresent()) {
                throw new IllegalArgumentException("nothing holds " + each.id());
            }
        }
        resources = resources.stream().sorted(ORDER).toList();
    }

    /** Say whether there are no resources. */
    public boolean isEmpty() {
        return resources.isEmpty();
    }

    /** Find a resource by its id. */
    public Optional<KomResource> find(ResourceId id) {
        return resources.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** List the apps, by id. */
    public List<App> apps() {
        List<App> apps = new ArrayList<>();
        for (KomResource each : resources) {
            if (each instanceof App app) {
                apps.add(app);
            }
        }
        return apps;
    }

    /**
     * Give the cluster that an app of this set runs on.
     *
     * @throws IllegalArgumentException if there is no such cluster
     */
    public Cluster clusterOf(AppId app) {
        return find(app.clusterId())
                .map(Cluster.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("there is no cluster of " + app));
    }

    /**
     * Give the provider that an app of this set belongs to.
     *
     * @throws IllegalArgumentException if there is no such provider
     */
    public Provider providerOf(AppId app) {
        return find(app.clusterId().providerId())
                .map(Provider.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("there is no provider of " + app));
    }
}
