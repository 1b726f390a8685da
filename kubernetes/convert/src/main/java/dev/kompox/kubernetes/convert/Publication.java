package dev.kompox.kubernetes.convert;

import dev.kompox.manifest.kom.AppIngress;
import dev.kompox.manifest.kom.ClusterIngress;
import dev.kompox.manifest.kom.HostName;
import dev.kompox.manifest.kom.IngressRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say how an app is reached from outside its cluster.
 *
 * @param rules which published port is reached under which hosts
 * @param ingressClass the class of the controller; null for the cluster's default
 * @param domain the domain below which each rule gets a host; null for none
 * @param certResolver who obtains certificates for the rules' own hosts; null for nobody
 * @param controllerNamespace where the controller runs, whose pods may connect to the app's
 */
public record Publication(
        List<IngressRule> rules,
        @Nullable String ingressClass,
        @Nullable String domain,
        @Nullable String certResolver,
        String controllerNamespace) {

    /** Not reached from outside. */
    public static final Publication NONE =
            new Publication(List.of(), null, null, null, ClusterIngress.NAMESPACE);

    /** Check that rules do not contradict each other. */
    public Publication {
        rules = new AppIngress(certResolver, rules).rules();
    }

    /** Combine what an app's document says with what its cluster's says. */
    public static Publication of(
            AppIngress app, ClusterIngress cluster, @Nullable String ingressClass) {
        HostName domain = cluster.domain();
        return new Publication(
                app.rules(),
                ingressClass,
                domain == null ? null : domain.value(),
                app.certResolver() == null ? cluster.certResolver() : app.certResolver(),
                cluster.namespace());
    }
}
