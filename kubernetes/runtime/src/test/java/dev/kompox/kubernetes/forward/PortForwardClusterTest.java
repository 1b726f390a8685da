package dev.kompox.kubernetes.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.runtime.Tunnel;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.ExecMode;
import dev.kompox.kubernetes.exec.PodExec;
import dev.kompox.kubernetes.exec.PodTarget;
import dev.kompox.kubernetes.kit.CuttingProxy;
import dev.kompox.kubernetes.kit.TestNamespace;
import dev.kompox.kubernetes.kit.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Ports of pods on a real cluster. */
@Tag("cluster")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PortForwardClusterTest {

    private static final InetSocketAddress ANY =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static final int ECHO = 9000;
    private static final int DEAF = 9001;
    private static final int TALKER = 9002;
    private static final int WEB = 8080;
    private static final int NOBODY = 9999;

    private static final String SERVERS =
            """
            mkdir /w; echo hello >/w/index.html
            nc -ll -p 9000 -e cat &
            nc -ll -p 9001 -e sleep 1000 &
            nc -ll -p 9002 -e sh -c 'dd if=/dev/zero bs=65536 count=2000; echo >/tmp/said' &
            exec httpd -f -p 8080 -h /w
            """;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private @Nullable TestNamespace made;
    private @Nullable PodTarget pod;

    @BeforeAll
    void open() {
        made = TestNamespace.make();
        pod = namespace().run("servers", SERVERS);
    }

    @AfterEach
    void forget() {
        told.clear();
    }

    @AfterAll
    void close() {
        if (made != null) {
            made.close();
        }
    }

    private TestNamespace namespace() {
        if (made == null) {
            throw new IllegalStateException("not opened");
        }
        return made;
    }

    private PodTarget pod() {
        if (pod == null) {
            throw new IllegalStateException("not opened");
        }
        return pod;
    }

    private Tunnel tunnel(int port) {
        return new PortForward(namespace().cluster()).open(ANY, this::pod, port, told::add);
    }

    private static Socket connect(Tunnel tunnel) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
        socket.connect(tunnel.local());
        return socket;
    }

    @Test
    void bytesGoBothWaysUnchangedOnSeveralConnectionsAtOnce() throws Exception {
        byte[] bytes = new byte[4_000_003];
        new Random(1).nextBytes(bytes);
        try (Tunnel tunnel = tunnel(ECHO);
                Socket one = connect(tunnel);
                Socket two = connect(tunnel)) {
            Thread writer = Thread.ofPlatform().daemon().start(() -> write(one, bytes));
            two.getOutputStream().write("two".getBytes(StandardCharsets.US_ASCII));
            assertThat(two.getInputStream().readNBytes(3)).asString().isEqualTo("two");
            assertThat(one.getInputStream().readNBytes(bytes.length)).isEqualTo(bytes);
            writer.join();
        }
        assertThat(told).isEmpty();
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thePodsEndIsAnEndAndNoBreak() throws Exception {
        try (Tunnel tunnel = tunnel(WEB);
                Socket socket = connect(tunnel)) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            // only the local direction ends here; the answer still comes
            socket.shutdownOutput();
            assertThat(
                            new String(
                                    socket.getInputStream().readAllBytes(),
                                    StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("hello\n");
        }
    }

    @Test
    void aLocalEndEndsAConnectionThatSaysNothing() throws Exception {
        try (Tunnel tunnel = tunnel(ECHO);
                Socket socket = connect(tunnel)) {
            socket.getOutputStream().write('x');
            assertThat(socket.getInputStream().read()).isEqualTo('x');
            socket.shutdownOutput();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aPortThatRefusesIsToldOnceAndTheTunnelGoesOn() throws Exception {
        try (Tunnel tunnel = tunnel(NOBODY)) {
            for (int i = 0; i < 3; i++) {
                assertBroken(tunnel);
            }
            assertThat(told)
                    .containsExactly(
                            "nothing listens on port 9999 of 127.0.0.1 within pod servers");
            run("nc -ll -p 9999 -e cat >/dev/null 2>&1 &");
            Wait.until("it listens", Duration.ofSeconds(20), () -> echoes(tunnel));
        }
    }

    private static void assertBroken(Tunnel tunnel) throws IOException {
        try (Socket socket = connect(tunnel)) {
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(IOException.class);
        }
    }

    private static boolean echoes(Tunnel tunnel) {
        try (Socket socket = connect(tunnel)) {
            socket.getOutputStream().write('x');
            return socket.getInputStream().read() == 'x';
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aPodThatDoesNotReadStopsWhoWrites() throws Exception {
        try (Tunnel tunnel = tunnel(DEAF);
                SocketChannel channel = SocketChannel.open(tunnel.local())) {
            channel.configureBlocking(false);
            ByteBuffer zeroes = ByteBuffer.allocate(1 << 16);
            long taken = 0;
            long last = System.nanoTime();
            while (System.nanoTime() - last < Duration.ofSeconds(3).toNanos()) {
                int count = channel.write(zeroes.clear());
                taken += count;
                last = count > 0 ? System.nanoTime() : last;
                Thread.onSpinWait();
            }
            assertThat(taken).isBetween(1L, 64L << 20);
        }
    }

    @Test
    void whoDoesNotReadStopsThePod() throws Exception {
        try (Tunnel tunnel = tunnel(TALKER);
                Socket socket = connect(tunnel)) {
            InputStream in = socket.getInputStream();
            assertThat(in.read()).isZero();
            Thread.sleep(Duration.ofSeconds(3));
            assertThat(run("test -e /tmp/said")).isEqualTo(1);
            in.skipNBytes((2000L << 16) - 1);
            Wait.until("all is said", Duration.ofSeconds(20), () -> run("test -e /tmp/said") == 0);
        }
    }

    @Test
    void aConnectionThatBreaksOnTheWayIsReset() throws Exception {
        try (CuttingProxy proxy = CuttingProxy.start();
                ClusterConnection cluster =
                        ClusterConnection.open(
                                TestNamespace.choice(proxy.through(TestNamespace.kubeconfig())));
                Tunnel tunnel = new PortForward(cluster).open(ANY, this::pod, ECHO, told::add)) {
            try (Socket socket = connect(tunnel)) {
                socket.getOutputStream().write('x');
                assertThat(socket.getInputStream().read()).isEqualTo('x');
                assertThat(proxy.cut()).isPositive();
                assertThatThrownBy(() -> socket.getInputStream().read())
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("reset");
            }
            assertThat(echoes(tunnel)).isTrue();
        }
    }

    @Test
    void aPodThatReplacesAnotherIsFollowed() throws Exception {
        String echo = "exec nc -ll -p 9000 -e cat";
        PodTarget[] now = {namespace().run("before", echo)};
        try (Tunnel tunnel =
                new PortForward(namespace().cluster()).open(ANY, () -> now[0], ECHO, told::add)) {
            assertThat(echoes(tunnel)).isTrue();
            namespace().remove("before");
            assertBroken(tunnel);
            now[0] = namespace().run("after", echo);
            Wait.until("it answers", Duration.ofSeconds(20), () -> echoes(tunnel));
        }
        assertThat(told).singleElement().asString().contains("before");
    }

    @Test
    void closingBreaksWhatIsOpen() throws Exception {
        Tunnel tunnel = tunnel(ECHO);
        try (Socket socket = connect(tunnel)) {
            socket.getOutputStream().write('x');
            assertThat(socket.getInputStream().read()).isEqualTo('x');
            tunnel.close();
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(IOException.class);
        }
    }

    private int run(String command) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return new PodExec(namespace().cluster())
                .run(
                        pod(),
                        List.of("sh", "-c", command),
                        ExecMode.WITHOUT_INPUT,
                        Streams.Piped.to(nowhere, nowhere));
    }
}
