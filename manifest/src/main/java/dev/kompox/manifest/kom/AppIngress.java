package dev.kompox.manifest.kom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say how an app is reached from outside.
 *
 * @param certResolver who obtains its certificates; null for the cluster's choice
 * @param rules which port is reached under which hosts; names, ports and hosts all differ
 */
public record AppIngress(@Nullable String certResolver, List<IngressRule> rules) {

    /** Not reached from outside. */
    public static final AppIngress NONE = new AppIngress(null, List.of());

    /** Check that rules do not contradict each other. */
    public AppIngress {
        rules = Ordered.distinct("rule", rules, IngressRule::name);
        Ordered.distinct("port", rules, IngressRule::port);
        List<HostName> hosts = new ArrayList<>();
        rules.forEach(rule -> hosts.addAll(rule.hosts()));
        Ordered.refuseTwice("host", hosts);
    }
}
