package dev.kompox.operations.convert;

import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.kubernetes.convert.AppNaming;
import dev.kompox.kubernetes.convert.ClaimObjects;
import dev.kompox.kubernetes.convert.Conversion;
import dev.kompox.kubernetes.convert.ConversionException;
import dev.kompox.kubernetes.convert.ConversionRequest;
import dev.kompox.kubernetes.convert.Converter;
import dev.kompox.kubernetes.convert.LocalFiles;
import dev.kompox.kubernetes.convert.Publication;
import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.manifest.kom.App;
import dev.kompox.manifest.kom.AppIngress;
import dev.kompox.operations.app.FoundApp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Make the objects of an app without asking a cluster. */
public final class AppConversion {

    private static final String FIRST_DISK = "main";
    private static final String DRIVER = "kube";

    private AppConversion() {}

    /**
     * Convert an app. Names are those that Kompox gives on a cluster, so that it would find there
     * what was applied by hand.
     *
     * @param app the app
     * @param wishes what is said of the cluster
     * @param files what the app takes from the machine
     */
    public static Converted of(FoundApp app, ClusterWishes wishes, LocalFiles files) {
        ConversionRequest request = request(app.workload(), wishes, files);
        Conversion conversion;
        try {
            conversion = Converter.convert(request);
        } catch (ConversionException e) {
            return new Converted(List.of(), e.report(), List.of());
        }
        App document = app.workload().document();
        List<KubernetesObject> objects = new ArrayList<>(conversion.objects());
        // a claim needs its namespace, and the deployment its claims
        objects.addAll(
                1,
                ClaimObjects.of(
                        request,
                        wishes.storageClass(),
                        wishes.size(),
                        document == null ? List.of() : document.volumes()));
        return new Converted(objects, conversion.report(), conversion.seeds());
    }

    private static ConversionRequest request(
            Workload workload, ClusterWishes wishes, LocalFiles files) {
        AppNaming naming = new AppNaming(workload.app());
        SequencedMap<String, String> claims = new LinkedHashMap<>();
        for (VolumeName volume : workload.slots().keySet()) {
            claims.put(volume.value(), naming.claim(volume.value(), FIRST_DISK));
        }
        return new ConversionRequest(
                workload.app(),
                workload.project(),
                claims,
                workload.directories(),
                files,
                wishes.namespace() == null ? naming.namespace() : wishes.namespace(),
                DRIVER,
                wishes.zone(),
                1,
                List.of(),
                publication(workload, wishes));
    }

    private static Publication publication(Workload workload, ClusterWishes wishes) {
        App document = workload.document();
        if (document == null) {
            return Publication.NONE;
        }
        AppIngress ingress = document.ingress();
        return new Publication(
                ingress.rules(),
                wishes.ingressClass(),
                wishes.domain(),
                ingress.certResolver() == null ? wishes.certResolver() : ingress.certResolver(),
                wishes.ingressNamespace());
    }
}
