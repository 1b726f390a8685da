package dev.kompox.compose.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.kompox.compose.Fixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTest {

    @TempDir Path directory;
    private Fixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new Fixture(directory);
    }

    @Test
    void givesEveryKindOfMount() {
        fixture.file(
                "compose.yaml",
                """
                services:
                  web:
                    image: x
                    tmpfs: ["/run:size=1m,ro", "/tmp", "/p:size=50%"]
                    volumes:
                      - db:/db:ro
                      - {type: volume, source: db, target: /s, volume: {subpath: s, nocopy: true}}
                      - ./b:/b
                      - {type: bind, source: /h, target: /h, read_only: true,
                         bind: {propagation: rslave, selinux: z}}
                      - {type: tmpfs, target: /t, tmpfs: {size: 2k}}
                      - /anon
                      - {type: image, source: i, target: /i}
                volumes: {db: }
                """);

        assertThat(fixture.service("web").mounts())
                .containsExactly(
                        new Mount.VolumeMount("db", "/db", true, null, false),
                        new Mount.VolumeMount("db", "/s", false, "s", true),
                        new Mount.BindMount(directory + "/b", "/b", false, true, null, null),
                        new Mount.BindMount("/h", "/h", true, false, "rslave", "z"),
                        new Mount.TmpfsMount("/t", false, 2048),
                        new Mount.AnonymousMount("/anon", false),
                        new Mount.OtherMount("image", "i", "/i", false),
                        new Mount.TmpfsMount("/run", true, 1048576),
                        new Mount.TmpfsMount("/tmp", false, 0),
                        new Mount.TmpfsMount("/p", false, 0));
    }

    @Test
    void namesVolumesAsTheEngineDoes() {
        fixture.file(
                "compose.yaml",
                """
                name: shop
                services: {web: {image: x, volumes: ["db:/a", "ex:/b", "nm:/c"]}}
                volumes:
                  db: {driver: local, driver_opts: {type: tmpfs, n: 1}, labels: [a=b, c]}
                  ex: {external: true}
                  nm: {name: fixed}
                  unused:
                """);
        Project project = fixture.project();

        assertThat(project.volumes().keySet()).containsExactly("db", "ex", "nm");
        assertThat(project.volumes().values())
                .extracting(Volume::name)
                .containsExactly("shop_db", "ex", "fixed");
        assertThat(project.volumes().values())
                .extracting(Volume::external)
                .containsExactly(false, true, false);
        Volume db = project.volumes().firstEntry().getValue();
        assertThat(db.driver()).isEqualTo("local");
        assertThat(db.driverOpts()).containsExactly(entry("n", "1"), entry("type", "tmpfs"));
        assertThat(db.labels()).containsExactly(entry("a", "b"), entry("c", ""));
    }

    @Test
    void givesNetworksConfigsAndSecrets() {
        fixture.file(
                "compose.yaml",
                """
                name: shop
                services:
                  web: {image: x, networks: [n, default], configs: [c], secrets: [s]}
                networks: {n: {internal: true, driver: bridge}}
                configs: {c: {content: text}}
                secrets: {s: {environment: S}}
                """);
        Project project = fixture.project();

        assertThat(project.networks().keySet()).containsExactly("default", "n");
        Network n = project.networks().lastEntry().getValue();
        assertThat(n.name()).isEqualTo("shop_n");
        assertThat(n.internal()).isTrue();
        assertThat(n.driver()).isEqualTo("bridge");
        assertThat(project.configs().values()).extracting("content").containsExactly("text");
        assertThat(project.secrets().values()).extracting("environment").containsExactly("S");
        assertThat(project.configs().toString()).doesNotContain("text");
        assertThat(fixture.service("web").networks()).containsExactly("default", "n");
    }

    @Test
    void givesTheContentThatAVariableOfAnEnvironmentFileHolds() {
        fixture.file(".env", "S=s3cret\n");
        fixture.file(
                "compose.yaml",
                """
                services:
                  web: {image: x, secrets: [s, none]}
                secrets: {s: {environment: S}, none: {environment: NONE}}
                """);
        Project project = fixture.project();

        assertThat(project.secrets().values())
                .extracting("content")
                .containsExactlyInAnyOrder("s3cret", null);
        assertThat(project.tree().toString()).doesNotContain("s3cret");
    }

    @Test
    void givesTheRestOfAService() {
        Service web =
                fixture.web(
                        """
                        container_name: shop-c
                        entrypoint: [a, b]
                        stop_grace_period: 1m30s
                        stop_signal: SIGINT
                        restart: always
                        deploy: {replicas: 0}
                        labels: [l=1]
                        healthcheck: {test: x, interval: 5s, timeout: 6s, start_period: 7s,
                                      start_interval: 8s, retries: 9}
                        """);

        assertThat(web.image()).isEqualTo("x");
        assertThat(web.hasBuild()).isFalse();
        assertThat(web.containerName()).isEqualTo("shop-c");
        assertThat(web.command()).isNull();
        assertThat(web.entrypoint()).isEqualTo(List.of("a", "b"));
        assertThat(web.stopGracePeriod()).isEqualTo(Duration.ofSeconds(90));
        assertThat(web.stopSignal()).isEqualTo("SIGINT");
        assertThat(web.restart()).isEqualTo("always");
        assertThat(web.replicas()).isZero();
        assertThat(web.labels()).containsExactly(entry("l", "1"));
        assertThat(web.profiles()).isEmpty();
        assertThat(web.healthcheck())
                .isEqualTo(
                        new Healthcheck(
                                List.of("CMD-SHELL", "x"),
                                false,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(7),
                                Duration.ofSeconds(8),
                                9));
    }

    @Test
    void assumesTenSecondsAndOneReplica() {
        Service web = fixture.web("healthcheck: {test: [NONE]}");

        assertThat(web.stopGracePeriod()).isEqualTo(Duration.ofSeconds(10));
        assertThat(web.replicas()).isEqualTo(1);
        assertThat(web.healthcheck()).isNotNull().extracting("disabled").isEqualTo(true);
        assertThat(fixture.web("scale: 3").replicas()).isEqualTo(3);
    }

    @Test
    void ordersServicesByWhatTheyWaitFor() {
        fixture.file(
                "compose.yaml",
                """
                services:
                  a: {image: x, depends_on: {d: {condition: service_healthy, restart: true}}}
                  b: {image: x}
                  c: {image: x, depends_on: [a, b]}
                  d: {image: x, depends_on: {off: {condition: service_started, required: false}}}
                  off: {image: x, profiles: [p]}
                """);

        assertThat(DependencyOrder.of(fixture.project()))
                .extracting(Service::name)
                .containsExactly("b", "d", "a", "c");
        assertThat(fixture.service("a").dependsOn())
                .containsExactly(
                        entry(
                                "d",
                                new Dependency(Dependency.Condition.SERVICE_HEALTHY, true, true)));
    }

    @Test
    void refusesAnUnknownCondition() {
        assertThatThrownBy(() -> Dependency.Condition.of("healthy"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
