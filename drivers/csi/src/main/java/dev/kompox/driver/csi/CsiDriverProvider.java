package dev.kompox.driver.csi;

import dev.kompox.driver.Driver;
import dev.kompox.driver.DriverProvider;
import dev.kompox.driver.DriverSettings;
import dev.kompox.driver.Finding;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.client.WireFormat;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;

/** Reaches Kubernetes clusters through a kubeconfig. */
public final class CsiDriverProvider implements DriverProvider {

    /** The provider's name. */
    public static final String NAME = Keys.DRIVER;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "any Kubernetes cluster, reached through a kubeconfig; disks of its storage classes";
    }

    @Override
    public void warmUp() {
        WireFormat.warmUp();
    }

    @Override
    public Driver open(DriverSettings settings) {
        warmUp();
        CsiSettings read = CsiSettings.of(settings);
        return new CsiDriver(ClusterConnection.open(read.cluster()), read);
    }

    @Override
    public List<Finding> examine(DriverSettings settings) {
        List<Finding> findings = new ArrayList<>();
        CsiSettings read;
        try {
            read = CsiSettings.of(settings);
        } catch (DriverException e) {
            return List.of(new Finding(Finding.Level.FAIL, e.sentence(), e.remedy()));
        }
        if (!read.cluster().named()) {
            return List.of(); // whoever has no kubeconfig does not work with clusters
        }
        try (ClusterConnection cluster = ClusterConnection.open(read.cluster())) {
            StorageClasses classes = new StorageClasses(cluster);
            new ClusterFacts(cluster, classes)
                    .facts()
                    .forEach(fact ->
                            findings.add(
                                    new Finding(
                                            Finding.Level.OK,
                                            fact.name() + " " + fact.value(),
                                            null)));
            StorageClass chosen = classes.choose(read.storageClass());
            findings.add(
                    new Finding(
                            Finding.Level.OK,
                            "disks are of class " + StorageClasses.name(chosen),
                            null));
        } catch (DriverException e) {
            findings.add(new Finding(Finding.Level.FAIL, e.sentence(), e.remedy()));
        }
        return findings;
    }
}
