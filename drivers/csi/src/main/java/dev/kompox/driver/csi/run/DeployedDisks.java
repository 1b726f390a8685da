package dev.kompox.driver.csi.run;

import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.name.AppNames;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.kubernetes.apply.Applier;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.client.WireFormat;
import dev.kompox.kubernetes.convert.AppNaming;
import dev.kompox.manifest.id.AppId;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The disks that an app's deployment mounts. They are those that its volumes find, so that a
 * stopped app starts on them whoever starts it.
 */
public record DeployedDisks(ClusterConnection cluster, Namespaces namespaces, Claims claims) {

    private static final String MANAGER = "kompox-disks";

    /** Return the other disks of a disk's volume that the deployment mounts. */
    public List<DiskRef> instead(DiskRef disk) {
        return List.copyOf(wrong(disk, read(disk.app())).values());
    }

    /**
     * Have the deployment mount a disk instead of others of its volume. Nothing of the app runs;
     * without a deployment there is nothing to do.
     */
    public void mount(DiskRef disk) {
        AppId app = disk.app();
        List<Object> volumes = new ArrayList<>();
        wrong(disk, read(app))
                .keySet()
                .forEach(name ->
                        volumes.add(
                                Map.of(
                                        "name",
                                        name,
                                        "persistentVolumeClaim",
                                        Map.of("claimName", AppNames.claim(disk)))));
        if (!volumes.isEmpty()) {
            Map<String, ?> pod = Map.of("template", Map.of("spec", Map.of("volumes", volumes)));
            Map<String, ?> applied = Map.of("annotations", Map.of(Applier.APPLIED, ""));
            patch(app, PatchType.STRATEGIC_MERGE, Map.of("metadata", applied, "spec", pod));
            disown(app);
        }
    }

    /** The volumes of the pod that have another disk of the volume, with that disk. */
    private SequencedMap<String, DiskRef> wrong(DiskRef disk, @Nullable Deployment deployment) {
        SequencedMap<String, DiskRef> wrong = new LinkedHashMap<>();
        if (deployment == null) {
            return wrong;
        }
        Map<String, DiskRef> others = new HashMap<>();
        claims.list(disk.app()).stream()
                .filter(claim -> claim.ref().volume().equals(disk.volume()))
                .filter(claim -> !claim.ref().equals(disk))
                .forEach(claim -> others.put(claim.nativeId(), claim.ref()));
        for (Volume volume : deployment.getSpec().getTemplate().getSpec().getVolumes()) {
            DiskRef other =
                    volume.getPersistentVolumeClaim() == null
                            ? null
                            : others.get(volume.getPersistentVolumeClaim().getClaimName());
            if (other != null) {
                wrong.put(volume.getName(), other);
            }
        }
        return wrong;
    }

    /**
     * Let nobody own what was changed, so that the next apply owns it again, and it goes when it is
     * applied no more
     * (https://kubernetes.io/docs/reference/using-api/server-side-apply/#clearing-managedfields).
     */
    private void disown(AppId app) {
        Deployment deployment = read(app);
        if (deployment != null) {
            List<ManagedFieldsEntry> others =
                    deployment.getMetadata().getManagedFields().stream()
                            .filter(one -> !MANAGER.equals(one.getManager()))
                            .toList();
            patch(app, PatchType.JSON_MERGE, Map.of("metadata", Map.of("managedFields", others)));
        }
    }

    private void patch(AppId app, PatchType type, Map<String, ?> body) {
        PatchContext context =
                new PatchContext.Builder().withPatchType(type).withFieldManager(MANAGER).build();
        cluster.tell(
                "changing the disks of deployment " + name(app),
                () -> deployment(app).patch(context, WireFormat.json(body)));
    }

    private @Nullable Deployment read(AppId app) {
        return cluster.ask("reading deployment " + name(app), () -> deployment(app).get());
    }

    private RollableScalableResource<Deployment> deployment(AppId app) {
        return cluster.client()
                .apps()
                .deployments()
                .inNamespace(namespaces.of(app))
                .withName(name(app));
    }

    private static String name(AppId app) {
        return new AppNaming(app).component();
    }
}
