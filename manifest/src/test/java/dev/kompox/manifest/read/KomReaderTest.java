package dev.kompox.manifest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.compose.yaml.Location;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.id.BoxId;
import dev.kompox.manifest.id.ClusterId;
import dev.kompox.manifest.id.ProviderId;
import dev.kompox.manifest.id.WorkspaceId;
import dev.kompox.manifest.kom.Box;
import dev.kompox.manifest.kom.BoxContent;
import dev.kompox.manifest.kom.Certificate;
import dev.kompox.manifest.kom.Cluster;
import dev.kompox.manifest.kom.ClusterIngress;
import dev.kompox.manifest.kom.Defaults;
import dev.kompox.manifest.kom.HostName;
import dev.kompox.manifest.kom.Kind;
import dev.kompox.manifest.kom.KomDocument;
import dev.kompox.manifest.kom.NetworkPolicy;
import dev.kompox.manifest.kom.Protection;
import dev.kompox.manifest.kom.ProtectionLevel;
import dev.kompox.manifest.kom.Provider;
import dev.kompox.manifest.kom.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KomReaderTest {

    private static final String CLUSTER = Kom.head("Cluster", "/ws/w/prv/p/cls/c");
    private static final String BOX = Kom.head("Box", "/ws/w/prv/p/cls/c/app/a/box/tools");

    @Test
    void readsAWorkspace() {
        Workspace workspace =
                Kom.one(
                        Workspace.class,
                        Kom.head("Workspace", "/ws/w") + "spec: {settings: {A: b}}\n");
        assertThat(workspace.id()).isEqualTo(new WorkspaceId("w"));
        assertThat(workspace.settings().get("A")).isEqualTo("b");
        assertThat(workspace.settings().get("B")).isNull();
        assertThat(workspace.kind()).isEqualTo(Kind.WORKSPACE);
    }

    @Test
    void readsAProvider() {
        Provider provider =
                Kom.one(
                        Provider.class,
                        Kom.head("Provider", "/ws/w/prv/p")
                                + "spec: {driver: aks, settings: {B: 64, A: 2025-01-01}}\n");
        assertThat(provider.id()).isEqualTo(new ProviderId("w", "p"));
        assertThat(provider.driver()).isEqualTo("aks");
        assertThat(provider.settings().values())
                .containsExactly(Map.entry("B", "64"), Map.entry("A", "2025-01-01"));
        assertThat(provider.kind()).isEqualTo(Kind.PROVIDER);
    }

    @Test
    void readsEveryFieldOfACluster() {
        Cluster cluster =
                Kom.one(
                        Cluster.class,
                        CLUSTER
                                + """
                                spec:
                                  existing: true
                                  ingress:
                                    namespace: web
                                    controller: traefik
                                    serviceAccount: doorman
                                    domain: apps.example.org
                                    certResolver: staging
                                    certEmail: ops@example.org
                                    certificates: [{name: wild, source: "https://vault/secrets/wild"}]
                                  protection: {provisioning: cannotDelete, installation: readOnly}
                                  settings: {A: b}
                                """);
        assertThat(cluster.id()).isEqualTo(new ClusterId("w", "p", "c"));
        assertThat(cluster.existing()).isTrue();
        assertThat(cluster.ingress())
                .isEqualTo(
                        new ClusterIngress(
                                "web",
                                "traefik",
                                "doorman",
                                new HostName("apps.example.org"),
                                "staging",
                                "ops@example.org",
                                List.of(new Certificate("wild", "https://vault/secrets/wild"))));
        assertThat(cluster.protection())
                .isEqualTo(
                        new Protection(ProtectionLevel.CANNOT_DELETE, ProtectionLevel.READ_ONLY));
        assertThat(cluster.settings().values()).containsExactly(Map.entry("A", "b"));
        assertThat(cluster.kind()).isEqualTo(Kind.CLUSTER);
    }

    @Test
    void givesAClusterItsDefaults() {
        Cluster cluster = Kom.one(Cluster.class, CLUSTER + "spec: {existing: false}\n");
        assertThat(cluster.existing()).isFalse();
        assertThat(cluster.ingress()).isEqualTo(ClusterIngress.DEFAULT);
        assertThat(cluster.ingress().namespace()).isEqualTo("traefik");
        assertThat(cluster.ingress().serviceAccount()).isEqualTo("ingress-service-account");
        assertThat(cluster.protection()).isEqualTo(Protection.NONE);
        assertThat(Kom.one(Cluster.class, CLUSTER).existing()).isFalse();
    }

    @Test
    void readsABoxWithAnImage() {
        Box box =
                Kom.one(
                        Box.class,
                        BOX
                                + """
                                spec:
                                  component: tools
                                  image: busybox
                                  command: [sh, -c]
                                  args: [sleep, 1]
                                  ingress: {}
                                """);
        assertThat(box.id()).isEqualTo(new BoxId("w", "p", "c", "a", "tools"));
        assertThat(box.component()).isEqualTo("tools");
        assertThat(box.content())
                .isEqualTo(
                        new BoxContent.Image(
                                "busybox", List.of("sh", "-c"), List.of("sleep", "1")));
        assertThat(box.kind()).isEqualTo(Kind.BOX);
    }

    @Test
    void readsABoxOfTheAppsServices() {
        Box box =
                Kom.one(
                        Box.class,
                        BOX
                                + """
                                spec:
                                  networkPolicy:
                                    ingressRules:
                                      - from: [{namespaceSelector: {matchLabels: {a: b}}}]
                                """);
        assertThat(box.content()).isEqualTo(new BoxContent.Services());
        assertThat(box.networkPolicy()).isNotEqualTo(NetworkPolicy.NONE);
        assertThat(Kom.one(Box.class, BOX).networkPolicy()).isEqualTo(NetworkPolicy.NONE);
    }

    @Test
    void readsDefaultsWithoutAName() {
        Defaults defaults =
                Kom.one(
                        Defaults.class,
                        """
                        apiVersion: ops.kompox.dev/v1alpha1
                        kind: Defaults
                        spec:
                          komPath: [kom, ../shared]
                          appId: /ws/w/prv/p/cls/c/app/a
                        """);
        assertThat(defaults.komPath())
                .containsExactly(
                        new Defaults.KomPath("kom", new Location("kom.yml", 4, 13)),
                        new Defaults.KomPath("../shared", new Location("kom.yml", 4, 18)));
        assertThat(defaults.appId()).isEqualTo(new AppId("w", "p", "c", "a"));
        assertThat(defaults.kind()).isEqualTo(Kind.DEFAULTS);
    }

    @Test
    void readsDefaultsThatSayNothing() {
        Defaults defaults =
                Kom.one(
                        Defaults.class,
                        "apiVersion: ops.kompox.dev/v1alpha1\nkind: Defaults\nmetadata: {name: d}\n");
        assertThat(defaults.komPath()).isEmpty();
        assertThat(defaults.appId()).isNull();
    }

    @Test
    void countsDocumentsAndPassesOthersOver() {
        List<KomDocument> documents =
                Kom.read(
                        "---\n---\napiVersion: v1\nkind: Secret\nunknown: {}\n---\n"
                                + Kom.head("Workspace", "/ws/a")
                                + "---\n"
                                + Kom.head("Workspace", "/ws/b"));
        assertThat(documents)
                .extracting(document -> document.header().origin().toString())
                .containsExactly("kom.yml (document 3)", "kom.yml (document 4)");
        assertThat(documents.getFirst().header().origin().file())
                .isEqualTo(Path.of("/project/kom.yml"));
        assertThat(documents.getFirst().header().origin().location())
                .isEqualTo(new Location("kom.yml", 7, 1));
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(Kom.read("")).isEmpty();
        assertThat(Kom.read("# only a comment\n")).isEmpty();
    }

    @Test
    void keepsLabelsAndAnnotations() {
        Workspace workspace =
                Kom.one(
                        Workspace.class,
                        """
                        apiVersion: ops.kompox.dev/v1alpha1
                        kind: Workspace
                        metadata:
                          name: w
                          labels: {z: 1, a: x}
                          annotations: {note: hello, ops.kompox.dev/id: /ws/w}
                        """);
        assertThat(workspace.header().labels())
                .containsExactly(Map.entry("z", "1"), Map.entry("a", "x"));
        assertThat(workspace.header().annotations())
                .containsExactly(
                        Map.entry("note", "hello"), Map.entry("ops.kompox.dev/id", "/ws/w"));
    }

    @Test
    void givesGoodDocumentsBesideBadOnesAndReportsEachFileAtOnce() {
        String bad = Kom.head("Workspace", "/ws/a") + "spce: {}\n---\n";
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> Kom.read(bad + bad + Kom.head("Workspace", "/ws/b")))
                .satisfies(e ->
                        assertThat(e.problems())
                                .extracting(Problem::code)
                                .containsExactly("unknown-key", "unknown-key"));
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> Kom.read("#".repeat(2 * 1024 * 1024 + 1)))
                .withMessageContaining("kom.yml is larger than 2097152 bytes");
        assertThat(Kom.read("#".repeat(2 * 1024 * 1024))).isEmpty();
    }

    @Test
    void neverShowsSettingsInAText() {
        Provider provider =
                Kom.one(
                        Provider.class,
                        Kom.head("Provider", "/ws/w/prv/p")
                                + "spec: {driver: aks, settings: {PASSWORD: hunter2}}\n");
        assertThat(provider.toString()).contains("PASSWORD").doesNotContain("hunter2");
    }
}
