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
import org.jspecify.annotations.Nullable;

/**
 * Answer as an empty cluster would, just enough for the start-up cache to learn which classes a
 * command for a cluster loads.
 */
final class TrainingCluster implements AutoCloseable {

    private static final String EMPTY =
            "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}";
    private static final String ABSENT =
            "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"reason\":\"NotFound\","
                    + "\"message\":\"absent\",\"code\":404}";
    private static final String SYSTEM =
            "{\"kind\":\"Namespace\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"kube-system\",\"uid\":\"1\"}}";
    private static final String VERSION =
            "{\"major\":\"1\",\"minor\":\"34\",\"gitVersion\":\"v1.34.0\"}";

    private final ServerSocket socket;

    TrainingCluster() throws IOException {
        socket = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** Write a kubeconfig that names it. */
    Path kubeconfig(Path directory) throws IOException {
        String text =
                """
                apiVersion: v1
                kind: Config
                current-context: train
                contexts: [{name: train, context: {cluster: train, user: train}}]
                clusters: [{name: train, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: train, user: {token: none}}]
                """
                        .formatted(socket.getLocalPort());
        return Files.writeString(directory.resolve("kubeconfig"), text);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            } catch (IOException e) {
                return; // it was closed
            }
        }
    }

    private static void serve(Socket connection) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        connection.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = connection.getOutputStream()) {
            String request = in.readLine();
            while (request != null) {
                long length = skipHeaders(in);
                var _ = in.skip(length);
                String path = request.split(" ", 3)[1];
                String body = answer(path);
                byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
                String head =
                        "HTTP/1.1 "
                                + (body.equals(ABSENT) ? "404 Not Found" : "200 OK")
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

    private static long skipHeaders(BufferedReader in) throws IOException {
        long length = 0;
        for (@Nullable String line = in.readLine();
                line != null && !line.isEmpty();
                line = in.readLine()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(line.substring(15).strip());
            }
        }
        return length;
    }

    private static String answer(String path) {
        if (path.startsWith("/version")) {
            return VERSION;
        }
        if (path.endsWith("/kube-system")) {
            return SYSTEM;
        }
        String resource = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        // collections have plural names: one object of a collection has one part more
        return resource.endsWith("s") ? EMPTY : ABSENT;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
