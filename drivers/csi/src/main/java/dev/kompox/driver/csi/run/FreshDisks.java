package dev.kompox.driver.csi.run;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.CsiSettings;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.csi.helper.FirstUse;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.convert.Conversion.Seed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The disks of an app that were never used, or never held anything, before it starts. */
record FreshDisks(
        ClusterConnection cluster,
        Namespaces namespaces,
        Claims claims,
        Users users,
        FirstUse firstUse,
        CsiSettings settings) {

    /**
     * Make them ready.
     *
     * @param mounted the claims of all disks that the app mounts
     * @param seeds what its volumes hold at first
     */
    void ready(Workload workload, List<String> mounted, List<Seed> seeds, Call call) {
        if (mounted.isEmpty()) {
            return;
        }
        List<Claim> known = known(workload, mounted);
        List<Claim> unused =
                known.stream().filter(claim -> !claim.complete() && claim.usable()).toList();
        Set<String> empty =
                known.stream()
                        .filter(claim -> claim.annotation(Keys.FILLED).isEmpty())
                        .map(Claim::nativeId)
                        .collect(Collectors.toSet());
        List<Seed> due = seeds.stream().filter(seed -> empty.contains(seed.claim())).toList();
        if (unused.isEmpty() && due.isEmpty()) {
            return;
        }
        String namespace = namespaces.of(workload.app());
        List<String> begun = unused.stream().map(Claim::nativeId).toList();
        Seeding.Task task =
                new Seeding.Task(
                        mounted, begun, due, settings.zone(), users.node(namespace, mounted));
        new Seeding(cluster, namespace, settings.helperImage()).run(workload, task, call);
        Set<String> filled = due.stream().map(Seed::claim).collect(Collectors.toSet());
        // those that were never used have volumes now
        for (Claim claim : known(workload, mounted)) {
            if (begun.contains(claim.nativeId())) {
                firstUse.finish(claim, filled.contains(claim.nativeId()), call);
            } else if (filled.contains(claim.nativeId())) {
                claims.annotate(claim, Map.of(Keys.FILLED, call.time().now().toString()));
            }
        }
    }

    private List<Claim> known(Workload workload, List<String> mounted) {
        return claims.list(workload.app()).stream()
                .filter(claim -> mounted.contains(claim.nativeId()))
                .toList();
    }
}
