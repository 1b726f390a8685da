package dev.kompox.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A door to the engine's socket for whoever shows a certificate of the right authority. */
final class TlsDoor implements AutoCloseable {

    private static final char[] PASSWORD = "kompox".toCharArray();

    private final SSLServerSocket door;

    private TlsDoor(SSLServerSocket door) {
        this.door = door;
    }

    /**
     * Write {@code ca.pem}, {@code cert.pem} and {@code key.pem} of a client, and the door's own.
     */
    static void certificates(Path directory) throws IOException {
        Files.createDirectories(directory);
        String script =
                """
                set -e
                new() { openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -subj "/CN=$1" "${@:2}"; }
                new ca -x509 -days 2 -out ca.pem
                for who in door client; do
                  new $who -out $who.csr
                  echo "subjectAltName=IP:127.0.0.1" >$who.ext
                  openssl x509 -req -in $who.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
                    -extfile $who.ext -out $who.pem
                done
                openssl pkcs12 -export -in door.pem -inkey door.key -passout pass:kompox -out door.p12
                mv client.pem cert.pem && mv client.key key.pem
                """;
        Shell.run(directory, Map.of(), List.of("bash", "-c", script)).ok();
    }

    /** Open it on a free port of this machine. */
    static TlsDoor open(Path directory, Path socket) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("door.p12"))) {
            own.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(directory.resolve("ca.pem"))) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        SSLServerSocket door =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        door.setNeedClientAuth(true);
        TlsDoor open = new TlsDoor(door);
        Thread.ofPlatform().daemon().start(() -> open.serve(socket));
        return open;
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve(Path socket) {
        while (!door.isClosed()) {
            try {
                SSLSocket client = (SSLSocket) door.accept();
                Thread.ofPlatform().daemon().start(() -> pass(client, socket));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private static void pass(SSLSocket client, Path socket) {
        try (client;
                SocketChannel engine = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            client.startHandshake();
            engine.connect(UnixDomainSocketAddress.of(socket));
            Thread there =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> {
                                try {
                                    copy(client.getInputStream(), Channels.newOutputStream(engine));
                                    engine.shutdownOutput();
                                } catch (IOException e) {
                                    // the other direction ends it
                                }
                            });
            copy(Channels.newInputStream(engine), client.getOutputStream());
            client.shutdownOutput();
            there.join(1000);
        } catch (IOException | InterruptedException e) {
            // whoever knocked sees it
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
