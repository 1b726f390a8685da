package dev.kompox.kubernetes.forward;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** The local socket of a connection, which can be ended in good order or for all to see. */
final class LocalEnd {

    /** How long one read waits, so that whoever reads can look around. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Socket socket;
    private volatile boolean writing;
    private volatile long written = System.nanoTime();

    LocalEnd(Socket socket) {
        this.socket = socket;
    }

    /** Prepare it for use. */
    void begin() throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) GLANCE.toMillis());
    }

    /** Read some bytes; 0 if none came in a second, -1 at the end. */
    int read(byte[] bytes, int offset) throws IOException {
        try {
            InputStream in = socket.getInputStream();
            return in.read(bytes, offset, bytes.length - offset);
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    OutputStream output() {
        return new Output();
    }

    /** Return for how many nanoseconds nothing has been given to it. */
    long quiet() {
        return writing ? 0 : System.nanoTime() - written;
    }

    /** Say that no more is coming; it may still say something. */
    void endOutput() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            reset();
        }
    }

    /**
     * Take what it still says for a short while: a socket that is closed with something unread is
     * reset, and loses what its other end has not read yet.
     */
    void drain(Duration limit) throws IOException {
        byte[] nobody = new byte[Relay.BLOCK];
        long end = System.nanoTime() + limit.toNanos();
        int count = 0;
        while (count >= 0 && System.nanoTime() < end) {
            count = read(nobody, 0);
        }
    }

    /** Break it, which its other end sees as an error. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // it is closed already
        }
        close();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed for all it matters
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            writing = true;
            try {
                socket.getOutputStream().write(bytes, offset, length);
            } finally {
                written = System.nanoTime();
                writing = false;
            }
        }
    }
}
