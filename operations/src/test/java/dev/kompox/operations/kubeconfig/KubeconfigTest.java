package dev.kompox.operations.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.engine.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kubeconfigs are read as kubectl reads them. */
class KubeconfigTest {

    @TempDir Path directory;

    private Path first;
    private Path second;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(directory.resolve("other"));
        first =
                file(
                        "config",
                        """
                        apiVersion: v1
                        kind: Config
                        current-context: ""
                        contexts:
                        - name: a
                          context: {cluster: a, user: a, namespace: "0123"}
                        - {name: broken, context: {cluster: nowhere}}
                        clusters:
                        - {name: a, cluster: {server: "https://a", insecure-skip-tls-verify: true}}
                        users:
                        """);
        second =
                file(
                        "other/config",
                        """
                        current-context: b
                        contexts:
                        - {name: b, context: {cluster: b, user: b}}
                        - {name: a, context: {cluster: b, user: b}}
                        clusters:
                        - {name: b, cluster: {server: "https://b", certificate-authority: ca.pem}}
                        - {name: a, cluster: {server: "https://never"}}
                        users:
                        - name: b
                          user:
                            client-certificate: /etc/b.pem
                            exec: {command: bin/login, args: [1, "2"], env: null}
                        """);
    }

    @Test
    void theFirstFileThatNamesAThingWins() {
        Kubeconfig both = Kubeconfig.read(List.of(first, second));
        assertThat(both.contexts()).containsExactly("a", "broken", "b");
        assertThat(both.current()).contains("b");
        assertThat(both.server("a")).contains("https://a");
        assertThat(both.server("broken")).isEmpty();
        assertThat(both.server("c")).isEmpty();
    }

    @Test
    void oneAloneHasWhatReachesItAndNothingElse() {
        SequencedMap<String, @Nullable Object> b =
                Kubeconfig.read(List.of(first, second)).alone("b");
        assertThat(b)
                .containsEntry("current-context", "b")
                .containsEntry(
                        "clusters",
                        List.of(
                                Map.of(
                                        "name",
                                        "b",
                                        "cluster",
                                        Map.of(
                                                "server",
                                                "https://b",
                                                "certificate-authority",
                                                directory.resolve("other/ca.pem").toString()))));
        assertThat(String.valueOf(b.get("users")))
                .contains("client-certificate=/etc/b.pem")
                .contains("command=" + directory.resolve("other/bin/login"))
                .contains("args=[1, 2]");
        SequencedMap<String, @Nullable Object> a = Kubeconfig.read(List.of(first)).alone("a");
        assertThat(String.valueOf(a))
                .contains("namespace=0123", "insecure-skip-tls-verify=true", "users=[]");
    }

    @Test
    void whatIsNotThereIsNamed() {
        Kubeconfig both = Kubeconfig.read(List.of(first, second));
        assertThatExceptionOfType(DriverException.class)
                .isThrownBy(() -> both.alone("c"))
                .withMessageContaining("no context c in " + first);
        assertThatExceptionOfType(DriverException.class)
                .isThrownBy(() -> both.alone("broken"))
                .withMessageContaining("names no cluster");
        assertThatExceptionOfType(DriverException.class)
                .isThrownBy(() -> Kubeconfig.read(List.of(directory.resolve("none"))))
                .withMessageContaining("there is no kubeconfig");
    }

    @Test
    void whatIsNoKubeconfigIsNotQuoted() throws IOException {
        for (String text : List.of("hush", "a: [hush\n}", "hush: 1", "\u0000hush", "- hush")) {
            Path file = file("bad", text);
            assertThatExceptionOfType(DriverException.class)
                    .isThrownBy(() -> Kubeconfig.read(List.of(file)))
                    .withMessageStartingWith(file + " cannot be read: ")
                    .matches(e -> !e.toString().contains("hush"));
        }
    }

    @Test
    void filesAreFoundAsKubectlFindsThem() throws IOException {
        assertThat(Kubeconfig.files(Map.of("KUBECONFIG", first + ":/nowhere::" + second)))
                .containsExactly(first, second);
        assertThat(Kubeconfig.files(Map.of("HOME", directory.toString()))).isEmpty();
        Files.createDirectory(directory.resolve(".kube"));
        Path usual = file(".kube/config", "contexts:\n");
        assertThat(Kubeconfig.files(Map.of("HOME", directory.toString()))).containsExactly(usual);
        assertThat(Kubeconfig.read(List.of(usual)).contexts()).isEmpty();
    }

    @Test
    void mergingAddsWhatIsMissing() {
        SequencedMap<String, @Nullable Object> b = Kubeconfig.read(List.of(second)).alone("b");
        SequencedMap<String, @Nullable Object> whole =
                KubeconfigMerge.of(first, b, false).orElseThrow();
        assertThat((List<?>) whole.get("contexts")).hasSize(3);
        assertThat((List<?>) whole.get("users")).hasSize(1);
        assertThat(whole).containsEntry("current-context", "b").containsEntry("kind", "Config");
        assertThat(KubeconfigMerge.of(directory.resolve("none"), b, false)).contains(b);
        assertThat(KubeconfigMerge.of(second, b, false)).isEmpty();
    }

    @Test
    void mergingReplacesOnlyWhereThatIsSaid() {
        SequencedMap<String, @Nullable Object> a = Kubeconfig.read(List.of(first)).alone("a");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> KubeconfigMerge.of(second, a, false))
                .withMessageContaining("has another context called a");
        SequencedMap<String, @Nullable Object> whole =
                KubeconfigMerge.of(second, a, true).orElseThrow();
        assertThat(String.valueOf(whole)).doesNotContain("https://never");
        assertThat(whole).containsEntry("current-context", "b");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
