package dev.kompox.driver.docker.engine;

import dev.kompox.driver.failure.DriverException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Speak HTTP/1.1 to an engine; every request has a limit, after which it is cut. */
final class EngineHttp {

    private static final ScheduledExecutorService CUTTER =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("engine-deadline").factory());

    private final Endpoint endpoint;
    private final Idle idle;

    EngineHttp(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.idle = new Idle(endpoint);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Send a request and read the whole answer. */
    Answer send(String method, String path, @Nullable String json, Duration limit) {
        byte[] body = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
        return exchange(
                limit,
                method + " " + path,
                connection -> {
                    OutputStream out = connection.out();
                    out.write(head(method, path, "application/json", body.length, last()));
                    out.write(body);
                    out.flush();
                    HttpReply reply = HttpReply.read(new BufferedInputStream(connection.in()));
                    return new Answer(reply.status(), reply.headers(), reply.text());
                });
    }

    /** Send a stream of bytes as the request's body and read the whole answer. */
    Answer upload(String path, InputStream body, Duration limit) {
        return exchange(
                limit,
                "POST " + path,
                connection -> {
                    OutputStream out = connection.out();
                    out.write(head("POST", path, "application/x-tar", -1, last()));
                    byte[] buffer = new byte[64 * 1024];
                    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                        if (count > 0) {
                            out.write(
                                    (Integer.toHexString(count) + "\r\n")
                                            .getBytes(StandardCharsets.US_ASCII));
                            out.write(buffer, 0, count);
                            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                        }
                    }
                    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    HttpReply reply = HttpReply.read(new BufferedInputStream(connection.in()));
                    return new Answer(reply.status(), reply.headers(), reply.text());
                });
    }

    /**
     * Ask for something large and write it out as it comes. An answer that is a failure is not
     * written.
     */
    Answer download(String path, OutputStream to, Duration limit) {
        String what = "GET " + path;
        // never over a kept connection, for it could not be asked again once bytes were written
        return exchange(
                open(what),
                limit,
                what,
                connection -> {
                    OutputStream out = connection.out();
                    out.write(head("GET", path, "application/json", 0, last()));
                    out.flush();
                    HttpReply reply = HttpReply.read(new BufferedInputStream(connection.in()));
                    if (reply.status() >= 400) {
                        return new Answer(reply.status(), reply.headers(), reply.text());
                    }
                    reply.body().transferTo(to);
                    to.flush();
                    return new Answer(reply.status(), reply.headers(), "");
                });
    }

    /** Send a request whose connection then becomes a raw two-way stream; the caller closes it. */
    Raw hijack(String path, String json, Duration limit) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Connection connection = open("POST " + path);
        try (Deadline deadline = new Deadline(connection, limit)) {
            try {
                OutputStream out = connection.out();
                out.write(head("POST", path, "application/json", body.length, "Upgrade"));
                out.write(body);
                out.flush();
                InputStream in = new BufferedInputStream(connection.in());
                HttpReply reply = HttpReply.read(in);
                if (reply.status() >= 400) {
                    String text = reply.text();
                    connection.close();
                    throw EngineFailure.of(
                            "POST " + path, new Answer(reply.status(), reply.headers(), text));
                }
                return new Raw(connection, in, connection.out());
            } catch (IOException e) {
                connection.close();
                throw EngineFailure.of(endpoint, "POST " + path, e, deadline.passed());
            }
        }
    }

    private Answer exchange(Duration limit, String what, Exchange exchange) {
        Connection used = idle.take();
        if (used != null && what.startsWith("GET ")) {
            try {
                return exchange(used, limit, what, exchange);
            } catch (DriverException e) {
                // it may have been closed at the other end; asking again changes nothing
                used = null;
            }
        }
        return exchange(used == null ? open(what) : used, limit, what, exchange);
    }

    private Answer exchange(Connection connection, Duration limit, String what, Exchange exchange) {
        Deadline deadline = new Deadline(connection, limit);
        boolean again = false;
        try {
            Answer answer = exchange.with(connection);
            again = deadline.met() && idle.keeps() && answer.keepsConnection();
            return answer;
        } catch (IOException e) {
            throw EngineFailure.of(endpoint, what, e, deadline.passed());
        } finally {
            deadline.close();
            if (again) {
                idle.put(connection);
            } else {
                connection.close();
            }
        }
    }

    /** Say what becomes of the connection after a request. */
    private String last() {
        return idle.keeps() ? "keep-alive" : "close";
    }

    private Connection open(String what) {
        try {
            return switch (endpoint) {
                case Endpoint.Unix unix -> SocketConnection.open(unix);
                case Endpoint.Tcp tcp -> SocketConnection.open(tcp);
                case Endpoint.Tls tls -> TlsConnection.open(tls);
                case Endpoint.Ssh ssh -> SshConnection.open(ssh);
            };
        } catch (IOException e) {
            throw EngineFailure.unreachable(endpoint, what, e);
        }
    }

    private static byte[] head(
            String method, String path, String type, long length, String connection) {
        StringBuilder head =
                new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        head.append("Host: docker\r\nUser-Agent: kompox\r\nConnection: ")
                .append(connection)
                .append("\r\n");
        if (connection.equals("Upgrade")) {
            head.append("Upgrade: tcp\r\n");
        }
        head.append("Content-Type: ").append(type).append("\r\n");
        head.append(
                length < 0
                        ? "Transfer-Encoding: chunked\r\n"
                        : "Content-Length: " + length + "\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Exchange {
        Answer with(Connection connection) throws IOException;
    }

    /** A whole answer; {@code latin1} has a character for each byte of the body. */
    record Answer(int status, Map<String, String> headers, String latin1) {

        /** Tell whether the connection can serve another request. */
        boolean keepsConnection() {
            String connection = headers.getOrDefault("connection", "");
            boolean known = headers.containsKey("content-length") || status == 204 || status == 304;
            boolean chunked = "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
            return !connection.equalsIgnoreCase("close") && (known || chunked);
        }

        /** Return the body as UTF-8 text. */
        String body() {
            return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    /** A connection that has become a raw stream. */
    record Raw(Connection connection, InputStream in, OutputStream out) implements AutoCloseable {
        @Override
        public void close() {
            connection.close();
        }
    }

    /** Cuts a connection when its time is over. */
    private static final class Deadline implements AutoCloseable {
        private final AtomicBoolean passed = new AtomicBoolean();
        private final ScheduledFuture<?> cut;

        Deadline(Connection connection, Duration limit) {
            cut =
                    CUTTER.schedule(
                            () -> {
                                passed.set(true);
                                connection.close();
                            },
                            Math.max(1, limit.toMillis()),
                            TimeUnit.MILLISECONDS);
        }

        boolean passed() {
            return passed.get();
        }

        /** Stop watching; tell whether the connection was not cut. */
        boolean met() {
            return cut.cancel(false);
        }

        @Override
        public void close() {
            cut.cancel(false);
        }
    }
}
