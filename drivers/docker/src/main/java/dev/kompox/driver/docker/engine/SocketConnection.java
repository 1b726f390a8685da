package dev.kompox.driver.docker.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** A connection over a Unix-domain or TCP socket. */
final class SocketConnection implements Connection {

    private final SocketChannel channel;

    private SocketConnection(SocketChannel channel) {
        this.channel = channel;
    }

    static SocketConnection open(Endpoint.Unix endpoint) throws IOException {
        return connect(
                SocketChannel.open(StandardProtocolFamily.UNIX),
                UnixDomainSocketAddress.of(endpoint.socket()));
    }

    static SocketConnection open(Endpoint.Tcp endpoint) throws IOException {
        return connect(
                SocketChannel.open(), new InetSocketAddress(endpoint.host(), endpoint.port()));
    }

    private static SocketConnection connect(SocketChannel channel, SocketAddress address)
            throws IOException {
        try {
            channel.connect(address);
            return new SocketConnection(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public InputStream in() {
        return Channels.newInputStream(channel);
    }

    @Override
    public OutputStream out() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // nothing is lost: everything that matters was read before
        }
    }
}
