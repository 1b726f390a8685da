package dev.kompox.driver.csi;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kinds of disks that a cluster offers. */
record StorageClasses(ClusterConnection cluster) {

    // https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass
    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

    /** List them by name. */
    List<StorageClass> all() {
        return cluster
                .ask(
                        "reading storage classes",
                        () -> cluster.client().storage().v1().storageClasses().list().getItems())
                .stream()
                .sorted(Comparator.comparing(StorageClasses::name))
                .toList();
    }

    /**
     * Return the class of a name, or the default one.
     *
     * @throws DriverException {@code Invalid} if there is no such class, or no default
     */
    StorageClass choose(@Nullable String wanted) {
        List<StorageClass> all = all();
        return all.stream()
                .filter(one -> wanted == null ? isDefault(one) : name(one).equals(wanted))
                // of several defaults the newest counts, as the API server has it
                .max(Comparator.comparing(one -> one.getMetadata().getCreationTimestamp()))
                .orElseThrow(() ->
                        new DriverException(
                                new Category.Invalid(),
                                "the cluster of context "
                                        + cluster.context()
                                        + (wanted == null
                                                ? " has no default storage class"
                                                : " has no storage class " + wanted)
                                        + (all.isEmpty()
                                                ? " and no other"
                                                : "; it has " + names(all)),
                                all.isEmpty()
                                        ? "Install a CSI driver, see https://kubernetes-csi.github.io/docs/drivers.html"
                                        : "kubectl --context "
                                                + cluster.context()
                                                + " annotate storageclass "
                                                + name(all.getFirst())
                                                + " "
                                                + DEFAULT
                                                + "=true"));
    }

    /** Tell whether disks of a class can grow. */
    boolean expands(String name) {
        return all().stream()
                .anyMatch(one ->
                        name(one).equals(name)
                                && Boolean.TRUE.equals(one.getAllowVolumeExpansion()));
    }

    static boolean isDefault(StorageClass one) {
        return "true"
                .equals(
                        Objects.requireNonNullElse(
                                        one.getMetadata().getAnnotations(),
                                        Map.<String, String>of())
                                .get(DEFAULT));
    }

    static String name(StorageClass one) {
        return one.getMetadata().getName();
    }

    private static String names(List<StorageClass> all) {
        return String.join(", ", all.stream().map(StorageClasses::name).toList());
    }
}
