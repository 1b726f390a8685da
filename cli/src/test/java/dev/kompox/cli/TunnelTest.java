package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.cli.command.Exit;
import dev.kompox.cli.fake.FakePlace;
import dev.kompox.cli.fake.FakeTunnels;
import dev.kompox.cli.fake.Screen;
import dev.kompox.driver.place.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to ports of a service. */
class TunnelTest {

    private static final String OVER = "no more connections can be taken";

    private final FakePlace cluster = new FakePlace(Location.of("kube", "prod"));
    private final FakeTunnels tunnels = cluster.withTunnels();

    @TempDir Path directory;

    @Test
    void saysWhereEachPortIsReachedAndWaits() throws IOException {
        tunnels.ending(OVER);
        Screen screen = screen();
        assertThat(run(screen, "tunnel db 5432 :8008 9090:9091")).isEqualTo(Exit.FAILED);
        assertThat(screen.out())
                .isEqualTo(
                        """
                        db 5432 is reached at 127.0.0.1:5432
                        db 8008 is reached at 127.0.0.1:54321
                        db 9091 is reached at 127.0.0.1:9090
                        """);
        assertThat(screen.err()).contains(OVER);
        assertThat(tunnels.closed()).isEqualTo(tunnels.opened());
    }

    @Test
    void saysItToPrograms() throws IOException {
        tunnels.ending(OVER);
        Screen screen = screen();
        run(screen, "app port-forward db :5432 -o json");
        assertThat(screen.out())
                .contains("\"service\": \"db\"")
                .contains("\"localPort\": 54320")
                .contains("\"address\": \"127.0.0.1\"");
    }

    @Test
    void runsAProgramThatFindsThemAndEndsWithItsCode() throws IOException {
        Screen screen = screen();
        String test =
                "test $KOMPOX_TUNNEL_HOST:$KOMPOX_TUNNEL_PORT_5432 = 127.0.0.1:54320 && exit 7";
        assertThat(
                        screen.run(
                                "--on",
                                "kube:prod",
                                "app",
                                "tunnel",
                                "db",
                                ":5432",
                                "--",
                                "sh",
                                "-c",
                                test))
                .isEqualTo(7);
        assertThat(screen.err()).contains("db 5432 is reached at 127.0.0.1:54320");
        assertThat(screen.out()).isEmpty();
        assertThat(tunnels.closed()).hasSize(1);
    }

    @Test
    void leavesTheOptionsOfAProgramToIt() throws IOException {
        Screen screen = screen();
        assertThat(
                        screen.run(
                                "--on",
                                "kube:prod",
                                "tunnel",
                                "db",
                                ":5432",
                                "--",
                                "test",
                                "--help",
                                "=",
                                "--help"))
                .isZero();
    }

    @Test
    void endsAsShellsDoIfThereIsNoSuchProgram() throws IOException {
        Screen screen = screen();
        assertThat(run(screen, "tunnel db :5432 -- /nowhere/psql")).isEqualTo(127);
        assertThat(run(screen, "tunnel db :5432 -- " + directory)).isEqualTo(126);
        assertThat(screen.err()).contains("cannot be run");
        assertThat(tunnels.closed()).hasSize(2);
    }

    @Test
    void opensAllOrNone() throws IOException {
        tunnels.taken(8080);
        Screen screen = screen();
        assertThat(run(screen, "tunnel web :80 8080:81")).isEqualTo(Exit.FAILED);
        assertThat(screen.err()).contains("8080 is taken").contains("kompox tunnel web :81");
        assertThat(screen.out()).isEmpty();
        assertThat(tunnels.closed()).isEqualTo(tunnels.opened()).hasSize(1);
    }

    @Test
    void warnsWhereOthersReachItToo() throws IOException {
        Screen screen = screen();
        run(screen, "tunnel db :5432 --address 0.0.0.0 -- test -n x");
        assertThat(screen.err()).contains("warning: whoever reaches this machine at 0.0.0.0");
    }

    @Test
    void writesAddressesOfVersionSixAsPeopleDo() throws IOException {
        Screen screen = screen();
        run(screen, "tunnel db :5432 --address ::1 -- sh -c x");
        assertThat(screen.err()).contains("db 5432 is reached at [::1]:54320");
        String test = "test $KOMPOX_TUNNEL_HOST = 127.0.0.1";
        String[] typed = {
            "--on", "kube:prod", "tunnel", "db", ":1", "--address", "::", "--", "sh", "-c", test
        };
        assertThat(screen.run(typed)).isZero();
        assertThat(screen.err()).contains("reaches this machine at :: reaches db");
    }

    @Test
    void tellsWhatIsWrongWithConnections() throws IOException {
        tunnels.trouble("service db does not run");
        Screen screen = screen();
        run(screen, "tunnel db :5432 -- test -n x");
        assertThat(screen.err()).contains("warning: service db does not run");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db",
                "db x",
                "db 0",
                "db 65536",
                "db 99999999999",
                "db 1:2:3",
                "db 5432 :5432",
                "db 80:81 80:82",
                "nosuch 80",
                "db 80 --",
                "db 80 --address nowhere.invalid",
                "db 80 --address ",
                "db -80"
            })
    void refusesWhatItDoesNotUnderstand(String typed) throws IOException {
        Screen screen = screen();
        assertThat(run(screen, "tunnel " + typed)).isEqualTo(Exit.USAGE);
        assertThat(tunnels.opened()).isEmpty();
    }

    @Test
    void saysWhereAPortIsReachedWhereThereAreNoTunnels() throws IOException {
        Screen screen = Shop.running(directory, new FakePlace());
        assertThat(screen.run("tunnel", "web", "80", "81")).isEqualTo(Exit.BLOCKED);
        assertThat(screen.err())
                .isEqualTo(
                        """
                        error: shop runs on docker/local, and tunnels go to apps on clusters only
                        port 80 of web: reached at 0.0.0.0:8080
                        port 81 of web: publish it, as ports: ["127.0.0.1:81:81"], then: kompox up
                        """);
    }

    private Screen screen() throws IOException {
        return Shop.fresh(directory, new FakePlace().beside(cluster));
    }

    private static int run(Screen screen, String typed) {
        return screen.run(
                Stream.concat(Stream.of("--on", "kube:prod"), Stream.of(typed.split(" ", -1)))
                        .toArray(String[]::new));
    }
}
