package dev.kompox.manifest.kom;

import dev.kompox.manifest.id.AppId;
import java.util.List;
import java.util.SequencedMap;

/**
 * Hold an app: a Compose file, and what a place must know beyond it.
 *
 * @param id its id
 * @param header what every document has
 * @param compose its Compose file
 * @param ingress how it is reached from outside
 * @param volumes volumes whose disks need a size or options, by different names
 * @param deployment which machines of a cluster it may run on
 * @param networkPolicy who may reach it inside the cluster
 * @param resources kept and not used
 * @param settings for whoever reads them; Kompox does not
 */
public record App(
        AppId id,
        Header header,
        ComposeSource compose,
        AppIngress ingress,
        List<Volume> volumes,
        Deployment deployment,
        NetworkPolicy networkPolicy,
        SequencedMap<String, String> resources,
        Settings settings)
        implements KomResource {

    /** Check that volumes have different names. */
    public App {
        volumes = Ordered.distinct("volume", volumes, Volume::name);
        resources = Ordered.copy(resources);
    }

    @Override
    public Kind kind() {
        return Kind.APP;
    }
}
