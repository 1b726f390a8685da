package dev.kompox.driver.csi.claim;

import dev.kompox.driver.disk.ByteSize;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A claim that is to be made.
 *
 * @param labels its labels
 * @param annotations its annotations
 * @param storageClass the class of its volume
 * @param size the least size of its volume
 */
public record NewClaim(
        SequencedMap<String, String> labels,
        SequencedMap<String, String> annotations,
        String storageClass,
        ByteSize size) {

    /** Return it as the cluster is given it. */
    PersistentVolumeClaim of(String namespace, String name) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withLabels(labels)
                .withAnnotations(annotations)
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName(storageClass)
                .withNewResources()
                .withRequests(Map.of("storage", new Quantity(String.valueOf(size.bytes()))))
                .endResources()
                .endSpec()
                .build();
    }
}
