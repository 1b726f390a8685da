package dev.kompox.manifest.kom;

import java.util.List;

/**
 * Say which machines of a cluster an app may run on.
 *
 * @param pools pools of machines, any of which will do; empty for the driver's choice
 * @param zones zones, any of which will do; empty for any
 */
public record Deployment(List<String> pools, List<String> zones) {

    /** Anywhere. */
    public static final Deployment ANYWHERE = new Deployment(List.of(), List.of());

    /** Copy the lists and check that nothing is there twice. */
    public Deployment {
        pools = Ordered.distinct("pool", pools, pool -> pool);
        zones = Ordered.distinct("zone", zones, zone -> zone);
    }
}
