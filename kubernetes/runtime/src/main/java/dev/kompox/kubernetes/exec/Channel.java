package dev.kompox.kubernetes.exec;

import java.nio.ByteBuffer;

/**
 * The first byte of every message of the subprotocol {@code v5.channel.k8s.io} (Kubernetes 1.30,
 * {@code k8s.io/apimachinery/pkg/util/remotecommand}).
 */
enum Channel {
    /** To the program's standard input. */
    INPUT(0),
    /** From its standard output. */
    OUTPUT(1),
    /** From its standard error. */
    ERROR(2),
    /** From the server: how it ended, a {@code Status} as JSON. */
    STATUS(3),
    /** To the terminal: its size, as JSON. */
    SIZE(4),
    /** To the server: the channel named by the next byte has ended. */
    END(255),
    /** Anything else, which is ignored. */
    UNKNOWN(-1);

    /** The subprotocol in which input can end. */
    static final String PROTOCOL = "v5.channel.k8s.io";

    /** The subprotocol of older servers. */
    static final String OLDER = "v4.channel.k8s.io";

    /** The most bytes of content in a message. */
    static final int MOST = 64 * 1024;

    private final int number;

    Channel(int number) {
        this.number = number;
    }

    static Channel of(byte first) {
        for (Channel each : values()) {
            if ((byte) each.number == first) {
                return each;
            }
        }
        return UNKNOWN;
    }

    /** Return a message of this channel. */
    ByteBuffer message(byte[] bytes, int offset, int length) {
        return ByteBuffer.allocate(length + 1).put((byte) number).put(bytes, offset, length).flip();
    }

    /** Return the message that ends the program's input. */
    static ByteBuffer endOfInput() {
        return ByteBuffer.wrap(new byte[] {(byte) END.number, (byte) INPUT.number});
    }
}
