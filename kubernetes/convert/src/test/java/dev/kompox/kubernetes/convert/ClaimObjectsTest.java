package dev.kompox.kubernetes.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.kubernetes.object.Manifests;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.kom.Volume;
import dev.kompox.manifest.kom.VolumeSize;
import dev.kompox.manifest.kom.VolumeType;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claims for objects that are applied without Kompox. */
class ClaimObjectsTest {

    private static final Path SHOP = Path.of("src/test/resources/shop").toAbsolutePath();

    @Test
    void eachVolumeHasAClaim() {
        assertThat(
                        Manifests.yaml(
                                claims(
                                        null,
                                        new Volume(
                                                "db",
                                                VolumeSize.parse("512Mi"),
                                                VolumeType.DISK,
                                                null))))
                .isEqualTo(
                        """
                        ---
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        metadata:
                          namespace: k4x-test
                          name: claim-db
                          labels:
                            app.kubernetes.io/name: shop
                            app.kubernetes.io/instance: shop-513xtt
                            app.kubernetes.io/managed-by: kompox
                            kompox.dev/app-instance-hash: "513xtt"
                            kompox.dev/app-id-hash: "3lv5x3"
                        spec:
                          accessModes:
                            - ReadWriteOnce
                          resources:
                            requests:
                              storage: "512Mi"
                        ---
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        metadata:
                          namespace: k4x-test
                          name: claim-uploads
                          labels:
                            app.kubernetes.io/name: shop
                            app.kubernetes.io/instance: shop-513xtt
                            app.kubernetes.io/managed-by: kompox
                            kompox.dev/app-instance-hash: "513xtt"
                            kompox.dev/app-id-hash: "3lv5x3"
                        spec:
                          accessModes:
                            - ReadWriteOnce
                          resources:
                            requests:
                              storage: "10Gi"
                        """);
    }

    @Test
    void theClassIsThatWhichIsGiven() {
        assertThat(claims("fast"))
                .allSatisfy(one ->
                        assertThat(Projects.at(one.body(), "spec", "storageClassName"))
                                .isEqualTo("fast"));
    }

    @Test
    void aClaimIsNamedAfterVolumeAndDisk() {
        AppNaming naming = new AppNaming(new AppId("ws", "prv", "cls", "app"));

        assertThat(naming.claim("default", "d1"))
                .matches("k4x-[a-z0-9]{6}-default-[a-z0-9]{6}-[a-z0-9]{6}")
                .isNotEqualTo(naming.claim("default", "d2"));
        assertThat(naming.claim("a_b", "d1")).isNotEqualTo(naming.claim("a-b", "d1"));
        assertThat(naming.claim("x".repeat(80), "d1")).hasSizeLessThanOrEqualTo(63);
    }

    private static List<KubernetesObject> claims(@Nullable String storageClass, Volume... sized) {
        return ClaimObjects.of(
                Projects.request(SHOP, "k4x-test", Publication.NONE),
                storageClass,
                ClaimObjects.USUAL,
                List.of(sized));
    }
}
