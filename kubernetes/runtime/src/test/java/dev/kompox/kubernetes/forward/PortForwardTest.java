package dev.kompox.kubernetes.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Tunnel;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.PodTarget;
import dev.kompox.kubernetes.kit.FakeCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PortForwardTest {

    private static final InetSocketAddress ANY =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final FakeCluster server = FakeCluster.start();
    private final ClusterConnection cluster = server.connect();
    private final PortForward forward = new PortForward(cluster);

    @AfterEach
    void close() {
        cluster.close();
        server.close();
    }

    @Test
    void aTakenAddressIsAConflictWithARemedy() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress taken = (InetSocketAddress) other.getLocalSocketAddress();
            assertThatThrownBy(() -> open(taken))
                    .isInstanceOfSatisfying(
                            DriverException.class,
                            e -> {
                                assertThat(e.category()).isInstanceOf(Category.Conflict.class);
                                assertThat(e.sentence())
                                        .isEqualTo(
                                                "127.0.0.1:"
                                                        + taken.getPort()
                                                        + " is taken by another program");
                                assertThat(e.remedy()).contains("sport = :" + taken.getPort());
                            });
        }
    }

    @Test
    void anAddressOfAnotherMachineIsInvalid() {
        assertThatThrownBy(() -> open(new InetSocketAddress("192.0.2.1", 0)))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> assertThat(e.category()).isInstanceOf(Category.Invalid.class));
    }

    @Test
    void whatCannotBePassedOnIsResetAndToldOnce() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        DriverException gone =
                new DriverException(new Category.NotFound(), "service web does not run");
        try (Tunnel tunnel =
                forward.open(
                        ANY,
                        () -> {
                            throw gone;
                        },
                        80,
                        told::add)) {
            for (int i = 0; i < 3; i++) {
                assertReset(tunnel);
            }
        }
        assertThat(told).containsExactly("service web does not run");
    }

    @Test
    void aPodThatIsNotThereIsToldInTheClustersWords() throws IOException {
        server.at(
                "/api/v1/namespaces/n/pods/p/portforward",
                (exchange, _) ->
                        FakeCluster.json(
                                exchange,
                                404,
                                "{\"kind\":\"Status\",\"message\":\"pods \\\"p\\\" not found\"}"));
        List<String> told = new CopyOnWriteArrayList<>();
        try (Tunnel tunnel = forward.open(ANY, () -> new PodTarget("n", "p", ""), 80, told::add)) {
            assertReset(tunnel);
        }
        assertThat(told).singleElement().asString().isEqualTo("Kubernetes: pods \"p\" not found");
    }

    @Test
    void aClosedTunnelHasEndedAndLetsItsAddressGo() throws IOException {
        Tunnel tunnel = openWhereNobodyComesByChance();
        tunnel.close();
        tunnel.await();
        open(tunnel.local()).close();
    }

    /** Ports that the system gives to whoever asks for any may be given away at once. */
    private Tunnel openWhereNobodyComesByChance() {
        for (int port = 21_700; port < 21_800; port++) {
            try {
                return open(new InetSocketAddress(ANY.getAddress(), port));
            } catch (DriverException e) {
                assertThat(e.category()).isInstanceOf(Category.Conflict.class);
            }
        }
        throw new AssertionError("100 ports are taken");
    }

    @Test
    void whoWaitsCanBeInterrupted() {
        try (Tunnel tunnel = open(ANY)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(tunnel::await)
                    .isInstanceOfSatisfying(
                            DriverException.class,
                            e -> assertThat(e.category()).isInstanceOf(Category.Interrupted.class));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private Tunnel open(InetSocketAddress local) {
        return forward.open(local, () -> new PodTarget("n", "p", ""), 80, _ -> {});
    }

    private static void assertReset(Tunnel tunnel) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            socket.connect(tunnel.local());
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reset");
        }
    }
}
