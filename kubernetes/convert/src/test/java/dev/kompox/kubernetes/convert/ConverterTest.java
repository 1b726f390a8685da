package dev.kompox.kubernetes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.kubernetes.convert.Conversion.Role;
import dev.kompox.kubernetes.convert.Report.Verdict;
import dev.kompox.kubernetes.object.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a project becomes. */
class ConverterTest {

    private static final Path SHOP = Path.of("src/test/resources/shop").toAbsolutePath();

    @TempDir Path directory;

    @Test
    void aShopBecomesTheseObjects() throws IOException {
        assertGolden("objects.yaml", Manifests.yaml(Projects.convert(SHOP).objects()));
    }

    @Test
    void everyKeyOfTheShopIsReported() throws IOException {
        String report =
                Projects.convert(SHOP).report().lines().stream()
                        .map(line -> line.verdict() + " " + line.path() + ": " + line.text() + "\n")
                        .collect(Collectors.joining());

        assertGolden("report.txt", report);
    }

    @Test
    void equalProjectsGiveEqualBytes() {
        assertThat(Manifests.yaml(Projects.convert(SHOP).objects()))
                .isEqualTo(Manifests.yaml(Projects.convert(SHOP).objects()));
    }

    @Test
    void servicesRunInTheirOrder() {
        assertThat(Projects.convert(SHOP).containers())
                .containsExactly(
                        new Conversion.ServiceContainer("db", "db", Role.SIDECAR),
                        new Conversion.ServiceContainer("migrate", "migrate", Role.ONCE),
                        new Conversion.ServiceContainer("web", "web", Role.MAIN),
                        new Conversion.ServiceContainer("worker_2", "worker-2", Role.MAIN));
    }

    @Test
    void emptyVolumesAreFilledFromTheImagesThatMountThem() {
        assertThat(Projects.convert(SHOP).seeds())
                .extracting(seed -> seed.service() + " " + seed.claim() + " " + seed.path())
                .containsExactly(
                        "db claim-db /var/lib/postgresql/data",
                        "web claim-uploads /srv/uploads",
                        "web claim-uploads /srv/old",
                        "worker_2 claim-uploads /srv/uploads");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    scale: 2                                   | services.a.scale         | set it to 1
                    user: postgres                             | services.a.user          | users by number
                    user: "99999999999999999999"               | services.a.user          | 0 to 2147483647
                    user: "1:2147483648"                       | services.a.user          | 0 to 2147483647
                    network_mode: host                         | services.a.network_mode  | does not share
                    devices: [/dev/fuse]                       | services.a.devices       | no devices
                    volumes: [./data:/data]                    | services.a.volumes       | use a named volume
                    volumes: ["/var/run/docker.sock:/x"]       | services.a.volumes       | docker.sock is the way
                    volumes: ["/dev/net/tun:/dev/net/tun"]     | services.a.volumes       | nothing of its
                    volumes: ["/not/there:/x"]                 | services.a.volumes       | is not there; use
                    extra_hosts: ["h:host-gateway"]            | services.a.extra_hosts   | host-gateway
                    ports: ["8000-8010:80"]                    | services.a.ports         | a range
                    group_add: [wheel]                         | services.a.group_add     | by number
                    group_add: ["2147483648"]                  | services.a.group_add     | 0 to 2147483647
                    environment: {"a b": c}                    | services.a.environment   | of the name a b
                    environment: {..: c}                       | services.a.environment   | of the name ..
                    scale: 0                                   | services.a.scale         | give it a profile
                    deploy: {replicas: 2}                      | services.a.deploy        | set it to 1
                    entrypoint: []                             | services.a.entrypoint    | write the command
                    network_mode: "container:other"            | services.a.network_mode  | only services
                    pid: host                                  | services.a.pid           | does not share
                    dns: [dns.example.org]                     | services.a.dns           | is no address
                    extra_hosts: ["h:other"]                   | services.a.extra_hosts   | is no address
                    provider: {type: x}                        | services.a.provider      | this machine
                    pre_start: [{command: [x]}]                | services.a.pre_start     | completed_succ
                    use_api_socket: true                       | services.a.use_api_socket | no Docker Engine
                    gpus: all                                  | services.a.gpus          | resource names
                    mem_limit: 1m, mem_reservation: 2m         | services.a.mem_reservation | more is reserved
                    deploy: {resources: {limits: {cpus: "1"}, reservations: {cpus: "1.5"}}} | services.a.deploy | more is reserved
                    deploy: {resources: {reservations: {devices: [{capabilities: [gpu]}]}}} | services.a.deploy | resource names
                    volumes: [{type: image, source: x, target: /x}] | services.a.volumes  | of type image
                    """)
    void whatCannotRunIsRefusedWithItsReason(String line, String path, String words)
            throws IOException {
        Files.createDirectory(directory.resolve("data"));

        assertThatThrownBy(() ->
                        Projects.convert(
                                directory, "services:\n  a: {image: x,\n    " + line + "}\n"))
                .isInstanceOfSatisfying(
                        ConversionException.class,
                        e -> {
                            assertThat(e.report().of(Verdict.REJECTED))
                                    .singleElement()
                                    .satisfies(one -> {
                                        assertThat(one.path()).isEqualTo(path);
                                        assertThat(one.text()).contains(words);
                                        assertThat(one.where()).contains("compose.yaml:3:");
                                    });
                        });
    }

    @ParameterizedTest
    @CsvSource({"root, 0,", "root:root, 0, 0", "1000:root, 1000, 0", "root:5, 0, 5"})
    void rootIsTheSameInEveryImage(String user, long number, @Nullable Long group) {
        Conversion conversion =
                Projects.convert(directory, "services: {a: {image: x, user: '" + user + "'}}");
        Map<?, ?> container = Projects.container(conversion, "a");

        assertThat(Projects.at(container, "securityContext", "runAsUser")).isEqualTo(number);
        assertThat(Projects.at(container, "securityContext", "runAsGroup")).isEqualTo(group);
    }

    /** Nothing can listen on a port that does not exist, so no other service is in its way. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    65535             | true
                    65530-99999       | true
                    0065535/tcp       | true
                    65535/udp         | false
                    65536             | false
                    99999999999       | false
                    1-99999999999     | false
                    """)
    void exposedPortsAreHints(String exposed, boolean hint) {
        Conversion conversion =
                Projects.convert(
                        directory,
                        """
                        services:
                          a: {image: x, ports: ["80:65535"]}
                          b: {image: x, expose: ["%s"]}
                        """
                                .formatted(exposed));

        assertThat(
                        conversion.report().lines().stream()
                                .filter(line -> line.text().contains("may listen on port 65535")))
                .hasSize(hint ? 1 : 0);
    }

    /** Containers stop together, then sidecars one by one, all within one time. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    60s  | 30s   | 20s | 110
                    1s   | 300ms | 1s  | 3
                    0s   | 0s    | 0s  | 1
                    """)
    void thePodHasTimeToStopInOrder(String web, String db, String cache, long seconds) {
        String yaml =
                Manifests.yaml(
                        Projects.convert(
                                        directory,
                                        """
                                        services:
                                          db: {image: x, stop_grace_period: %s}
                                          cache: {image: x, stop_grace_period: %s}
                                          init: {image: x, stop_grace_period: 1h}
                                          other: {image: x, stop_grace_period: 0s}
                                          web:
                                            image: x
                                            stop_grace_period: %s
                                            depends_on:
                                              db: {condition: service_started}
                                              cache: {condition: service_started}
                                              init: {condition: service_completed_successfully}
                                        """
                                                .formatted(db, cache, web))
                                .objects());

        assertThat(yaml).contains("terminationGracePeriodSeconds: " + seconds + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthcheck: {disable: true}", "restart: always"})
    void healthThatNobodyChecksIsNotAwaited(String line) {
        assertThatThrownBy(() ->
                        Projects.convert(
                                directory,
                                """
                                services:
                                  a: {image: x, %s}
                                  b: {image: x, depends_on: {a: {condition: service_healthy}}}
                                """
                                        .formatted(line)))
                .hasMessageContaining("services.a.healthcheck: another service waits until");
    }

    @Test
    void aProjectOfWhichNothingRunsIsRefused() {
        assertThatThrownBy(() ->
                        Projects.convert(directory, "services: {a: {image: x, profiles: [p]}}"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("services: no service runs: enable one with its profile");
    }

    /**
     * What runs once has no probes, no hooks and no restart policy, which a cluster would refuse.
     */
    @Test
    void whatRunsOnceIsAPlainInitContainer() {
        Conversion conversion =
                Projects.convert(
                        directory,
                        """
                        services:
                          once:
                            image: x
                            restart: always
                            stop_signal: SIGINT
                            healthcheck: {test: [CMD, "true"]}
                          last:
                            image: x
                            depends_on: {once: {condition: service_completed_successfully}}
                        """);

        assertThat(Projects.container(conversion, "once").keySet())
                .extracting(String::valueOf)
                .containsExactly("name", "image", "imagePullPolicy");
    }

    @Test
    void fortyServicesShareAPod() {
        Conversion conversion = Projects.convert(directory, Projects.forty());

        assertThat(conversion.containers()).hasSize(40);
        assertThat(Projects.names(conversion, "initContainers")).hasSize(30).startsWith("s0", "s1");
        assertThat(Projects.names(conversion, "containers")).hasSize(10);
        assertThat(conversion.objects()).filteredOn(one -> one.kind().equals("Secret")).hasSize(40);
    }

    @Test
    void twoServicesOnOnePortAreRefused() {
        assertThatThrownBy(() ->
                        Projects.convert(
                                directory,
                                """
                                services:
                                  a: {image: x, ports: ["81:80"]}
                                  b: {image: x, ports: ["82:80"]}
                                """))
                .hasMessageContaining("service a listens on port 80/tcp too");
    }

    @Test
    void secretsAreInSecretsOnly() {
        String others =
                Manifests.yaml(
                        Projects.convert(SHOP).objects().stream()
                                .filter(object -> !object.kind().equals("Secret"))
                                .toList());

        assertThat(others).doesNotContain("s3cret").doesNotContain("POSTGRES_PASSWORD");
    }

    private static void assertGolden(String name, String text) throws IOException {
        Path golden = SHOP.resolve(name);
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
