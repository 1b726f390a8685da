package dev.kompox.kubernetes.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.compose.ComposeLoader;
import dev.kompox.compose.LoadRequest;
import dev.kompox.compose.model.Project;
import dev.kompox.kubernetes.files.ProjectFiles;
import dev.kompox.manifest.id.AppId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The project of ten services, applied by hand to a real cluster, does what it does on an engine.
 */
@Tag("cluster")
class TenServicesClusterTest {

    private static final Path TEN = Path.of("../../e2e/projects/ten").toAbsolutePath().normalize();

    @Test
    void everyServiceDoesItsWorkAndTheyStopInOrder() {
        try (Cluster cluster = Cluster.take("ten")) {
            cluster.run(request(cluster.namespace()));
            cluster.ready("ten-app");
            cluster.exec("ten-app", "checker", "/check.sh");

            cluster.stop("ten-app");
            cluster.start("ten-app");
            assertThat(cluster.exec("ten-app", "db", "cat", "/var/lib/db/data/stopped"))
                    .contains("in order");
        }
    }

    private static ConversionRequest request(String namespace) {
        Project project = ComposeLoader.load(LoadRequest.of(TEN, Map.of())).project();
        AppId app = AppId.ofDirectory("local", project.name());
        SequencedMap<String, String> claims = new LinkedHashMap<>();
        project.volumes()
                .keySet()
                .forEach(key -> claims.put(key, new AppNaming(app).claim(key, "main")));
        return new ConversionRequest(
                app,
                project,
                claims,
                new ProjectFiles(Map.of()),
                namespace,
                "kube",
                null,
                1,
                List.of());
    }
}
