package dev.kompox.kubernetes.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An HTTP proxy on this machine that cuts every connection when told. */
public final class CuttingProxy implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> sockets = new ArrayList<>();

    private CuttingProxy(ServerSocket server) {
        this.server = server;
    }

    /** Start one. */
    public static CuttingProxy start() throws IOException {
        CuttingProxy proxy =
                new CuttingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        proxy.daemon(proxy::accept);
        return proxy;
    }

    /** Copy a kubeconfig so that its clusters are reached through this proxy. */
    public Path through(Path kubeconfig) throws IOException {
        Path copy = Files.createTempFile("kubeconfig", "");
        copy.toFile().deleteOnExit();
        String line = "proxy-url: http://127.0.0.1:" + server.getLocalPort();
        Files.writeString(
                copy, Files.readString(kubeconfig).replaceAll("(\\s+)server: .*", "$0$1" + line));
        return copy;
    }

    /** Cut all connections there are, and return how many were open. */
    public synchronized long cut() {
        long open = sockets.stream().filter(socket -> !socket.isClosed()).count();
        sockets.forEach(CuttingProxy::close);
        sockets.clear();
        return open / 2;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try {
            String[] words = line(client.getInputStream()).split("[ :]", -1);
            while (!line(client.getInputStream()).isEmpty()) {
                // a header
            }
            Socket far = new Socket(words[1], Integer.parseInt(words[2]));
            synchronized (this) {
                sockets.addAll(List.of(client, far));
            }
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            daemon(() -> pump(client, far));
            pump(far, client);
        } catch (IOException e) {
            close(client);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private static void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // cut, here or there
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is no longer used
        }
    }

    private void daemon(Runnable task) {
        Thread.ofPlatform().daemon().start(task);
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
