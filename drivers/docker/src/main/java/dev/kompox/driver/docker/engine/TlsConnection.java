package dev.kompox.driver.docker.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A connection over TLS, with the client certificate of a Docker context or {@code
 * DOCKER_CERT_PATH}.
 */
final class TlsConnection implements Connection {

    private static final int CONNECT_MILLIS = 10_000;

    private final SSLSocket socket;

    private TlsConnection(SSLSocket socket) {
        this.socket = socket;
    }

    static TlsConnection open(Endpoint.Tls endpoint) throws IOException {
        SSLContext context = TlsMaterial.context(endpoint);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
        try {
            SSLParameters parameters = socket.getSSLParameters();
            if (endpoint.verify()) {
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
            }
            socket.setSSLParameters(parameters);
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), CONNECT_MILLIS);
            socket.startHandshake();
            return new TlsConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public InputStream in() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing is lost: everything that matters was read before
        }
    }
}
