package dev.kompox.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Answer as a cluster would, just enough for the start-up cache to learn which classes a command
 * for a cluster loads.
 */
final class TrainingCluster implements AutoCloseable {

    private static final char[] PASSWORD = "training".toCharArray();
    private static final String VERSION =
            "{\"major\":\"1\",\"minor\":\"34\",\"gitVersion\":\"v1.34.0\"}";

    private final ServerSocket socket;
    private final Certificate[] chain;
    private final Key key;
    private final boolean streams;
    private final TrainingObjects objects = new TrainingObjects();

    /**
     * Listen.
     *
     * @param keys a PKCS 12 file with keys by which a cluster and its user can be known
     * @param alias which of the keys
     * @param streams whether to speak HTTP/2, and then only to say that there is nothing
     */
    TrainingCluster(Path keys, String alias, boolean streams) throws IOException {
        this.streams = streams;
        try {
            KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD);
            chain = store.getCertificateChain(alias);
            key = store.getKey(alias, PASSWORD);
            socket = listen();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    private ServerSocket listen() throws GeneralSecurityException, IOException {
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, PASSWORD);
        one.setKeyEntry("it", key, PASSWORD, chain);
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(one, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("authority", chain[chain.length - 1]);
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        SSLServerSocket listening =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 20, InetAddress.getLoopbackAddress());
        SSLParameters parameters = listening.getSSLParameters();
        parameters.setWantClientAuth(true);
        parameters.setApplicationProtocols(new String[] {streams ? "h2" : "http/1.1"});
        listening.setSSLParameters(parameters);
        return listening;
    }

    /** Write a kubeconfig that names it. */
    Path kubeconfig(Path directory) throws IOException {
        String authority;
        String certificate;
        try {
            authority = pem("CERTIFICATE", chain[chain.length - 1].getEncoded());
            certificate = pem("CERTIFICATE", chain[0].getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        String text =
                """
                apiVersion: v1
                kind: Config
                current-context: train
                contexts: [{name: train, context: {cluster: train, user: train}}]
                clusters: [{name: train, cluster: {server: "https://127.0.0.1:%d", certificate-authority-data: %s}}]
                users: [{name: train, user: {client-certificate-data: %s, client-key-data: %s}}]
                """
                        .formatted(
                                socket.getLocalPort(),
                                authority,
                                certificate,
                                pem("PRIVATE KEY", key.getEncoded()));
        return Files.writeString(directory.resolve("kubeconfig"), text);
    }

    private static String pem(String what, byte[] bytes) {
        String text =
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(what, Base64.getMimeEncoder().encodeToString(bytes), what);
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            if (streams) {
                                TrainingStreams.serve(connection);
                            } else {
                                serve(connection);
                            }
                        });
            } catch (IOException e) {
                return; // it was closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        connection.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = connection.getOutputStream()) {
            String request = in.readLine();
            while (request != null) {
                char[] sent = new char[skipHeaders(in)];
                for (int read = 0; read < sent.length; ) {
                    int more = in.read(sent, read, sent.length - read);
                    if (more < 0) {
                        return;
                    }
                    read += more;
                }
                String[] words = request.split(" ", 3);
                String body =
                        words[1].startsWith("/version")
                                ? VERSION
                                : objects.answer(words[0], words[1], new String(sent));
                byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
                String head =
                        "HTTP/1.1 "
                                + (body.equals(TrainingObjects.ABSENT) ? "404 Not Found" : "200 OK")
                                + "\r\nContent-Type: application/json\r\nContent-Length: "
                                + bytes.length
                                + "\r\n\r\n";
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                out.write(bytes);
                out.flush();
                request = in.readLine();
            }
        } catch (IOException e) {
            // whoever asked has gone
        }
    }

    private static int skipHeaders(BufferedReader in) throws IOException {
        int length = 0;
        for (@Nullable String line = in.readLine();
                line != null && !line.isEmpty();
                line = in.readLine()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
