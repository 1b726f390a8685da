package dev.kompox.kubernetes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.kubernetes.object.Manifests;
import dev.kompox.manifest.kom.AppIngress;
import dev.kompox.manifest.kom.ClusterIngress;
import dev.kompox.manifest.kom.HostName;
import dev.kompox.manifest.kom.IngressRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an app is reached. */
class NetworkTest {

    private static final String WEB =
            """
            name: shop
            services: {web: {image: x, ports: ["8080:80", "9090:9090", "53:53/udp"]}}
            """;

    @TempDir Path directory;

    @Test
    void everyFormOfPortIsPublished() {
        Conversion conversion =
                convert(
                        """
                        name: shop
                        services:
                          web:
                            image: x
                            ports:
                              - "80"
                              - "8080:8000"
                              - "53:53/udp"
                              - "53:53/tcp"
                              - "127.0.0.1:5432:5432"
                              - "[::1]:5432:5432"
                              - "7000-7002:6000-6002"
                              - {target: 9000, published: "9001", protocol: tcp, mode: host, name: x}
                        """);

        assertThat(ports(conversion))
                .containsExactly(
                        "p53 TCP 53->53",
                        "p53-udp UDP 53->53",
                        "p80 TCP 80->80",
                        "p5432 TCP 5432->5432",
                        "p7000 TCP 7000->6000",
                        "p7001 TCP 7001->6001",
                        "p7002 TCP 7002->6002",
                        "p8080 TCP 8080->8000",
                        "p9001 TCP 9001->9000");
        assertThat(Projects.lines(conversion, "services.web.ports"))
                .containsExactly(
                        "CAVEAT port 80 is published under its own number",
                        "CAVEAT port 5432 is reached from within the cluster, not at 127.0.0.1",
                        "CAVEAT port 5432 is reached from within the cluster, not at ::1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "80:1", "127.0.0.1:80:2" | port 80/tcp is published for 1 already
                    "1-2:80"                 | a range of which one port is chosen
                    {target: 8, protocol: foo} | no protocol foo
                    {target: 70000}            | a port is 1 to 65535, not 70000
                    {target: 8, published: "70000"} | a port is 1 to 65535, not 70000
                    {target: 8, published: "99999999999"} | a port is 1 to 65535, not 99999999999
                    """)
    void whatOneAddressCannotPublishIsRefused(String ports, String words) {
        assertThatThrownBy(() -> convert("services: {web: {image: x, ports: [" + ports + "]}}"))
                .hasMessageContaining("services.web.ports")
                .hasMessageContaining(words);
    }

    /** A Service's name must begin with a letter. */
    @Test
    void anAppMayBeginWithADigit() {
        Conversion conversion =
                convert("{name: 2048-game, services: {web: {image: x, ports: ['80:80']}}}");

        assertThat(conversion.objects())
                .extracting(Object::toString)
                .contains("Deployment/2048-game-app", "Service/app-2048-game-app");
    }

    @Test
    void rulesBecomeIngresses() {
        Conversion conversion =
                published(
                        "traefik",
                        "apps.example.org",
                        new IngressRule("web", 8080, hosts("shop.example.com", "www.example.com")),
                        new IngressRule("metrics", 9090, hosts()));

        assertThat(
                        Manifests.yaml(
                                List.of(Projects.object(conversion, "Ingress", "shop-app-custom"))))
                .isEqualTo(
                        """
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: Ingress
                        metadata:
                          namespace: k4x-test
                          name: shop-app-custom
                          labels:
                            app.kubernetes.io/name: shop
                            app.kubernetes.io/instance: shop-513xtt
                            app.kubernetes.io/managed-by: kompox
                            kompox.dev/app-instance-hash: "513xtt"
                            kompox.dev/app-id-hash: "3lv5x3"
                            app: shop-app
                            app.kubernetes.io/component: app
                          annotations:
                            traefik.ingress.kubernetes.io/router.entrypoints: websecure
                            traefik.ingress.kubernetes.io/router.tls: "true"
                            traefik.ingress.kubernetes.io/router.tls.certresolver: production
                        spec:
                          ingressClassName: traefik
                          rules:
                            - host: shop.example.com
                              http:
                                paths:
                                  - path: /
                                    pathType: Prefix
                                    backend:
                                      service:
                                        name: shop-app
                                        port:
                                          name: web
                            - host: www.example.com
                              http:
                                paths:
                                  - path: /
                                    pathType: Prefix
                                    backend:
                                      service:
                                        name: shop-app
                                        port:
                                          name: web
                        """);
        assertThat(
                        Manifests.yaml(
                                List.of(
                                        Projects.object(
                                                conversion, "Ingress", "shop-app-default"))))
                .contains("host: shop-3lv5x3-8080.apps.example.org", "host: shop-3lv5x3-9090.apps")
                .contains("router.tls: \"true\"")
                .doesNotContain("certresolver");
        assertThat(ports(conversion))
                .containsExactly(
                        "p53-udp UDP 53->53", "web TCP 8080->80", "metrics TCP 9090->9090");
        assertThat(Manifests.yaml(conversion.objects())).contains("- edge\n");
    }

    @Test
    void withoutTraefikOrACertificateResolverThereAreNoAnnotations() {
        Conversion conversion =
                Projects.convert(
                        directory,
                        WEB,
                        new Publication(
                                List.of(new IngressRule("web", 8080, List.of())),
                                null,
                                "apps.example.org",
                                null,
                                "edge"));

        assertThat(Projects.object(conversion, "Ingress", "shop-app-default").body().toString())
                .doesNotContain("annotations")
                .doesNotContain("ingressClassName");
    }

    @Test
    void theClusterSaysWhatTheAppDoesNot() {
        ClusterIngress cluster =
                new ClusterIngress(
                        "edge", null, "account", new HostName("x.org"), "staging", null, List.of());

        assertThat(Publication.of(AppIngress.NONE, cluster, null))
                .isEqualTo(new Publication(List.of(), null, "x.org", "staging", "edge"));
        assertThat(Publication.of(new AppIngress("own", List.of()), cluster, "nginx"))
                .isEqualTo(new Publication(List.of(), "nginx", "x.org", "own", "edge"));
    }

    @ParameterizedTest
    @CsvSource({
        "web, 8081, '', no service publishes port 8081/tcp",
        "web, 53, '', no service publishes port 53/tcp",
        "a--b, 8080, '', choose another",
        "a-, 8080, '', choose another",
        "p9090, 8080, '', choose another",
        "web, 8080, shop.apps.example.org, is below apps.example.org"
    })
    void aRuleThatCannotBeIsRefusedWithItsReason(String name, int port, String host, String words) {
        IngressRule rule = new IngressRule(name, port, host.isEmpty() ? hosts() : hosts(host));

        assertThatThrownBy(() -> published(null, "apps.example.org", rule))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("ingress." + name)
                .hasMessageContaining(words);
    }

    @Test
    void aRuleThatNothingLeadsToIsTold() {
        Conversion conversion = published(null, null, new IngressRule("web", 8080, hosts()));

        assertThat(Projects.lines(conversion, "ingress.web"))
                .singleElement()
                .asString()
                .startsWith("CAVEAT not reached from outside");
        assertThat(conversion.objects()).extracting("kind").doesNotContain("Ingress");
    }

    private Conversion published(
            @Nullable String ingressClass, @Nullable String domain, IngressRule... rules) {
        return Projects.convert(
                directory,
                WEB,
                new Publication(List.of(rules), ingressClass, domain, "production", "edge"));
    }

    private static List<HostName> hosts(String... names) {
        return List.of(names).stream().map(HostName::new).toList();
    }

    private static List<String> ports(Conversion conversion) {
        Object ports =
                Projects.at(
                        Projects.object(conversion, "Service", "shop-app").body(), "spec", "ports");
        return ((List<?>) Objects.requireNonNull(ports))
                .stream()
                        .map(one ->
                                "%s %s %s->%s"
                                        .formatted(
                                                Projects.at(one, "name"),
                                                Projects.at(one, "protocol"),
                                                Projects.at(one, "port"),
                                                Projects.at(one, "targetPort")))
                        .toList();
    }

    private Conversion convert(String compose) {
        return Projects.convert(directory, compose);
    }
}
