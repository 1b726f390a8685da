package dev.kompox.operations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.LoadRequest;
import dev.kompox.compose.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the KOM documents beside a project may say, and what is told of them. */
class KomDocumentsTest {

    private static final String PLACE =
            """
            apiVersion: ops.kompox.dev/v1alpha1
            kind: Workspace
            metadata: {name: local, annotations: {ops.kompox.dev/id: /ws/local}}
            ---
            apiVersion: ops.kompox.dev/v1alpha1
            kind: Provider
            metadata: {name: docker, annotations: {ops.kompox.dev/id: /ws/local/prv/docker}}
            spec: {driver: docker}
            ---
            apiVersion: ops.kompox.dev/v1alpha1
            kind: Cluster
            metadata:
              name: local
              annotations: {ops.kompox.dev/id: /ws/local/prv/docker/cls/local}
            spec: {existing: true}
            ---
            """;

    @TempDir Path directory;

    @BeforeEach
    void project() throws IOException {
        file("compose.yaml", "name: shop\nservices: {db: {image: postgres}}\n");
    }

    @Test
    void needNotBeThere() {
        assertThat(find().warnings()).isEmpty();
        assertThat(find().workload().app()).hasToString("/ws/local/prv/docker/cls/local/app/shop");
    }

    @Test
    void mayDescribeTheDirectoryItself() throws IOException {
        file("kompoxapp.yml", PLACE + app("shop", ""));
        assertThat(find().warnings()).isEmpty();
    }

    @Test
    void mayNotDescribeAnotherApp() throws IOException {
        file("kompoxapp.yml", PLACE + app("other", ""));
        assertThatThrownBy(this::find)
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("/ws/local/prv/docker/cls/local/app/other")
                .hasMessageContaining("/ws/local/prv/docker/cls/local/app/shop");
    }

    @Test
    void tellWhichFieldsHaveNoEffect() throws IOException {
        file("kompoxapp.yml", PLACE + app("shop", "  volumes: [{name: db, size: 10Gi}]\n"));
        assertThat(find().warnings())
                .extracting(Problem::sentence)
                .containsExactly("App.spec.volumes has no effect on a Docker Engine");
    }

    @Test
    void areNeverPassedOverBecauseALinkIsBroken() throws IOException {
        Files.createSymbolicLink(directory.resolve("kompoxapp.yml"), Path.of("nowhere"));
        assertThatThrownBy(this::find)
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("a link to a file that is not there");
    }

    @Test
    void areReadFromAFileOfTheirNameOnly() throws IOException {
        file("kompoxapp.yaml", PLACE + app("other", ""));
        assertThat(find().warnings())
                .extracting(Problem::sentence)
                .containsExactly(
                        "kompoxapp.yaml is not read: a file of KOM documents is named"
                                + " kompoxapp.yml");
    }

    private static String app(String name, String fields) {
        return """
        apiVersion: ops.kompox.dev/v1alpha1
        kind: App
        metadata:
          name: %s
          annotations: {ops.kompox.dev/id: /ws/local/prv/docker/cls/local/app/%s}
        spec:
          compose: file:compose.yaml
        %s\
        """
                .formatted(name, name, fields);
    }

    private FoundApp find() {
        return AppFinder.find(new AppRequest(LoadRequest.of(directory, Map.of()), null, null));
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
