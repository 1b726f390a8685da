package dev.kompox.kubernetes.convert;

import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.manifest.kom.HostName;
import dev.kompox.manifest.kom.IngressRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real cluster takes every object, checked as strictly as it can. */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptedByAClusterTest {

    private static final Path SHOP = Path.of("src/test/resources/shop").toAbsolutePath();

    private Cluster cluster;

    @TempDir Path directory;

    @BeforeAll
    void take() {
        cluster = Cluster.take("accepted");
        cluster.make();
    }

    @AfterAll
    void leave() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseIsAccepted(String name) {
        cluster.check(
                Projects.convert(Projects.CASES, name + ".yaml", cluster.namespace()).objects());
    }

    static List<String> cases() throws IOException {
        return CasesTest.cases();
    }

    @Test
    void aShopThatIsReachedFromOutsideIsAccepted() {
        Publication ingress =
                new Publication(
                        List.of(
                                new IngressRule(
                                        "web", 8080, List.of(new HostName("shop.example.com")))),
                        "traefik",
                        "apps.example.org",
                        "production",
                        "edge");
        ConversionRequest request = Projects.request(SHOP, cluster.namespace(), ingress);
        List<KubernetesObject> all = new ArrayList<>(Converter.convert(request).objects());
        all.addAll(ClaimObjects.of(request, "local-path", ClaimObjects.USUAL, List.of()));

        cluster.check(all);
    }

    @Test
    void anAppWhoseNameBeginsWithADigitIsAccepted() {
        cluster.check(
                Projects.converted(
                        directory,
                        cluster.namespace(),
                        "{name: 2048-game, services: {web: {image: x, ports: ['80:80']}}}"));
    }

    @Test
    void fortyServicesAreAccepted() {
        cluster.check(Projects.converted(directory, cluster.namespace(), Projects.forty()));
    }
}
