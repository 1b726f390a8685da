package dev.kompox.manifest.read;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.compose.yaml.Location;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.kom.App;
import dev.kompox.manifest.kom.AppIngress;
import dev.kompox.manifest.kom.ComposeSource;
import dev.kompox.manifest.kom.Deployment;
import dev.kompox.manifest.kom.HostName;
import dev.kompox.manifest.kom.IngressRule;
import dev.kompox.manifest.kom.LabelCondition;
import dev.kompox.manifest.kom.LabelCondition.Operator;
import dev.kompox.manifest.kom.NamespaceSelector;
import dev.kompox.manifest.kom.NetworkPolicy;
import dev.kompox.manifest.kom.PolicyPort;
import dev.kompox.manifest.kom.PolicyPort.Protocol;
import dev.kompox.manifest.kom.PolicyRule;
import dev.kompox.manifest.kom.Settings;
import dev.kompox.manifest.kom.Volume;
import dev.kompox.manifest.kom.VolumeSize;
import dev.kompox.manifest.kom.VolumeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

final class AppReadTest {

    private static final String HEAD = Kom.head("App", "/ws/w/prv/p/cls/c/app/a");

    @Test
    void readsEveryField() {
        App app =
                app(
                        """
                        spec:
                          compose: file:deploy/compose.yaml
                          ingress:
                            certResolver: production
                            rules:
                              - {name: web, port: 8080, hosts: [shop.example.org, www.example.org]}
                              - {name: admin, port: 9090}
                          volumes:
                            - name: db
                              size: 20Gi
                              type: disk
                              options: {sku: Premium_LRS, iops: 500}
                            - {name: media, size: 1000, type: files}
                          deployment: {pools: [fast, slow], zones: [1, "2"]}
                          networkPolicy:
                            ingressRules:
                              - from:
                                  - namespaceSelector:
                                      matchLabels: {team: shop, tier: 1}
                                  - namespaceSelector:
                                      matchExpressions:
                                        - {key: env, operator: NotIn, values: [dev, test]}
                                        - {key: old, operator: DoesNotExist}
                                ports: [{port: 5432}, {port: 53, protocol: UDP}]
                          resources: {cpu: 2, memory: 1Gi}
                          settings: {AZURE_RESOURCE_GROUP_NAME: rg1, DEBUG: true, EMPTY: }
                        status: {opsNamespace: ns1}
                        """);

        assertThat(app.id()).isEqualTo(new AppId("w", "p", "c", "a"));
        assertThat(app.compose())
                .isEqualTo(
                        new ComposeSource.File(
                                "deploy/compose.yaml", new Location("kom.yml", 7, 12)));
        assertThat(app.ingress())
                .isEqualTo(
                        new AppIngress(
                                "production",
                                List.of(
                                        new IngressRule(
                                                "web",
                                                8080,
                                                List.of(
                                                        new HostName("shop.example.org"),
                                                        new HostName("www.example.org"))),
                                        new IngressRule("admin", 9090, List.of()))));
        Volume db = app.volumes().getFirst();
        assertThat(requireNonNull(db.options()).entries().sequencedKeySet())
                .containsExactly("sku", "iops");
        assertThat(db)
                .isEqualTo(
                        new Volume("db", new VolumeSize(20L << 30), VolumeType.DISK, db.options()));
        assertThat(app.volumes().subList(1, 2))
                .containsExactly(new Volume("media", new VolumeSize(1000), VolumeType.FILES, null));
        assertThat(app.deployment())
                .isEqualTo(new Deployment(List.of("fast", "slow"), List.of("1", "2")));
        assertThat(app.networkPolicy()).isEqualTo(new NetworkPolicy(List.of(rule())));
        assertThat(app.resources())
                .containsExactly(Map.entry("cpu", "2"), Map.entry("memory", "1Gi"));
        assertThat(app.settings().values())
                .containsExactly(
                        Map.entry("AZURE_RESOURCE_GROUP_NAME", "rg1"),
                        Map.entry("DEBUG", "true"),
                        Map.entry("EMPTY", ""));
        assertThat(app.header().opsNamespace()).isEqualTo("ns1");
    }

    private static PolicyRule rule() {
        SequencedMap<String, String> labels = new LinkedHashMap<>();
        labels.put("team", "shop");
        labels.put("tier", "1");
        return new PolicyRule(
                List.of(
                        new NamespaceSelector(labels, List.of()),
                        new NamespaceSelector(
                                new LinkedHashMap<>(),
                                List.of(
                                        new LabelCondition(
                                                "env", Operator.NOT_IN, List.of("dev", "test")),
                                        new LabelCondition(
                                                "old", Operator.DOES_NOT_EXIST, List.of())))),
                List.of(new PolicyPort(Protocol.TCP, 5432), new PolicyPort(Protocol.UDP, 53)));
    }

    @Test
    void needsTheComposeFileOnly() {
        App app =
                app("spec: {compose: file:compose.yaml, ingress: , volumes: ~, deployment: {}}\n");
        assertThat(app.ingress()).isEqualTo(AppIngress.NONE);
        assertThat(app.volumes()).isEmpty();
        assertThat(app.deployment()).isEqualTo(Deployment.ANYWHERE);
        assertThat(app.networkPolicy()).isEqualTo(NetworkPolicy.NONE);
        assertThat(app.resources()).isEmpty();
        assertThat(app.settings()).isEqualTo(Settings.NONE);
        assertThat(app.header().opsNamespace()).isNull();
    }

    @Test
    void takesAComposeFileWrittenIntoTheDocumentAsText() {
        App app = app("spec:\n  compose: |\n    services: {db: {image: postgres}}\n");
        assertThat(app.compose())
                .isEqualTo(
                        new ComposeSource.Text(
                                "services: {db: {image: postgres}}\n",
                                new Location("kom.yml", 7, 12)))
                .hasToString("Text[kom.yml:7:12]");
    }

    @Test
    void takesAComposeFileWrittenIntoTheDocumentAsYaml() {
        App app = app("spec:\n  compose:\n    services: {db: {image: postgres}}\n");
        assertThat(app.compose()).isInstanceOf(ComposeSource.Model.class);
        assertThat(app.compose().location()).isEqualTo(new Location("kom.yml", 8, 5));
        assertThat(app.compose()).hasToString("Model[kom.yml:8:5]");
    }

    @Test
    void takesOnePoolAndOneZone() {
        App app =
                app(
                        """
                        spec:
                          compose: file:compose.yaml
                          deployment: {pool: fast, pools: [], zone: 3, zones: , selectors: {}}
                        """);
        assertThat(app.deployment()).isEqualTo(new Deployment(List.of("fast"), List.of("3")));
    }

    @Test
    void treatsAnEmptyTextAsNone() {
        App app =
                app(
                        """
                        spec:
                          compose: file:compose.yaml
                          ingress: {certResolver: ""}
                          volumes: [{name: db, size: 1e9, type: ""}]
                          deployment: {pool: "", pools: [a], selectors: []}
                        """);
        assertThat(app.ingress().certResolver()).isNull();
        assertThat(app.volumes().getFirst().type()).isEqualTo(VolumeType.DISK);
        assertThat(app.volumes().getFirst().size()).isEqualTo(new VolumeSize(1_000_000_000));
        assertThat(app.deployment().pools()).containsExactly("a");
    }

    private static App app(String spec) {
        return Kom.one(App.class, HEAD + spec);
    }
}
