package dev.kompox.driver.docker.engine;

import java.nio.file.Path;

/** Say where a Docker Engine listens. */
public sealed interface Endpoint {

    /** A Unix-domain socket. */
    record Unix(Path socket) implements Endpoint {
        @Override
        public String toString() {
            return "unix://" + socket;
        }
    }

    /** A TCP port without encryption. */
    record Tcp(String host, int port) implements Endpoint {
        @Override
        public String toString() {
            return "tcp://" + host + ":" + port;
        }
    }

    /**
     * A TCP port with TLS; {@code material} holds {@code ca.pem}, {@code cert.pem} and {@code
     * key.pem}.
     */
    record Tls(String host, int port, Path material, boolean verify) implements Endpoint {
        @Override
        public String toString() {
            return "tcp://" + host + ":" + port + " with TLS";
        }
    }

    /**
     * A machine reached through {@code ssh}, where {@code docker system dial-stdio} speaks to the
     * socket.
     */
    record Ssh(String url) implements Endpoint {
        @Override
        public String toString() {
            return url;
        }
    }
}
