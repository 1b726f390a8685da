package dev.kompox.operations.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kompox.compose.LoadRequest;
import dev.kompox.kubernetes.convert.AppNaming;
import dev.kompox.kubernetes.convert.Report.Verdict;
import dev.kompox.kubernetes.files.ProjectFiles;
import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.kubernetes.object.Manifests;
import dev.kompox.operations.app.AppFinder;
import dev.kompox.operations.app.AppRequest;
import dev.kompox.operations.app.FoundApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An app becomes objects without a cluster. */
class AppConversionTest {

    private static final String PROJECT =
            """
            name: shop
            services:
              db:
                image: postgres
                volumes: ["db:/data"]
            volumes: {db: }
            """;

    @TempDir Path directory;

    @Test
    void comesAsNamespaceClaimsAndTheRest() throws IOException {
        Converted converted = convert(PROJECT, Map.of());
        assertThat(converted.objects())
                .extracting(KubernetesObject::kind)
                .startsWith("Namespace", "PersistentVolumeClaim", "ServiceAccount");
        assertThat(converted.rejected()).isFalse();
        assertThat(converted.seeds()).hasSize(1);
        assertThat(converted.secret()).isFalse();
    }

    @Test
    void hasTheNamesThatKompoxGivesOnACluster() throws IOException {
        FoundApp app = find(PROJECT);
        AppNaming naming = new AppNaming(app.workload().app());
        assertThat(convert(PROJECT, Map.of()).objects())
                .extracting(KubernetesObject::name)
                .startsWith(naming.namespace(), naming.claim("db", "main"));
    }

    @Test
    void isTheSameToTheByteForTheSameWishes() throws IOException {
        Map<String, String> wishes = Map.of("zone", "a", "appNamespace", "shop");
        assertThat(Manifests.yaml(convert(PROJECT, wishes).objects()))
                .isEqualTo(Manifests.yaml(convert(PROJECT, wishes).objects()));
    }

    @Test
    void isNothingButAReportIfAKeyIsRejected() throws IOException {
        Converted converted = convert(PROJECT.replace("image:", "scale: 2\n    image:"), Map.of());
        assertThat(converted.rejected()).isTrue();
        assertThat(converted.objects()).isEmpty();
        assertThat(converted.report().of(Verdict.REJECTED))
                .singleElement()
                .satisfies(line -> assertThat(line.path()).isEqualTo("services.db.scale"));
    }

    @ParameterizedTest
    @CsvSource({
        "appNamespace, Shop",
        "ingressNamespace, _",
        "zone, -a",
        "storageClass, a b",
        "ingressClass, .",
        "domain, example..org",
        "diskSize, 10 gigabytes"
    })
    void refusesWishesThatNoClusterCanMeet(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterWishes.of(Map.of(name, value)))
                .withMessageContaining("\"" + value + "\"");
    }

    private Converted convert(String project, Map<String, String> wishes) throws IOException {
        return AppConversion.of(
                find(project), ClusterWishes.of(wishes), new ProjectFiles(Map.of()));
    }

    private FoundApp find(String project) throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), project);
        return AppFinder.find(new AppRequest(LoadRequest.of(directory, Map.of()), null, null));
    }
}
