package dev.kompox.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Answer in HTTP/2 that there is nothing, whatever is asked: so much of the protocol as makes a
 * client load its classes. See https://www.rfc-editor.org/rfc/rfc9113#name-http-frames.
 */
final class TrainingStreams {

    private static final int PREFACE = 24;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int END_OF_STREAM = 1;
    private static final int END_OF_HEADERS = 4;
    private static final int ACKNOWLEDGED = 1;

    /** Status 404 of the static table, and the content type, not compressed. */
    private static final byte[] HEAD = head();

    private TrainingStreams() {}

    private static byte[] head() {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] type = "application/json".getBytes(StandardCharsets.US_ASCII);
        head.write(0x8d);
        head.write(0x5f);
        head.write(type.length);
        head.writeBytes(type);
        return head.toByteArray();
    }

    /** Serve a connection until its other end closes it. */
    static void serve(Socket connection) {
        try (connection;
                DataInputStream in = new DataInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            in.skipNBytes(PREFACE);
            send(out, SETTINGS, 0, 0, new byte[0]);
            while (true) {
                int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                in.skipNBytes(length);
                if (type == SETTINGS && flags == 0) {
                    send(out, SETTINGS, ACKNOWLEDGED, 0, new byte[0]);
                }
                if ((type == HEADERS || type == DATA) && (flags & END_OF_STREAM) != 0) {
                    send(out, HEADERS, END_OF_HEADERS, stream, HEAD);
                    byte[] absent = TrainingObjects.ABSENT.getBytes(StandardCharsets.US_ASCII);
                    send(out, DATA, END_OF_STREAM, stream, absent);
                }
            }
        } catch (IOException e) {
            // whoever asked has gone
        }
    }

    private static void send(OutputStream out, int type, int flags, int stream, byte[] payload)
            throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(payload.length >> 16);
        frame.write(payload.length >> 8);
        frame.write(payload.length);
        frame.write(type);
        frame.write(flags);
        for (int shift = 24; shift >= 0; shift -= 8) {
            frame.write(stream >> shift);
        }
        frame.writeBytes(payload);
        out.write(frame.toByteArray());
        out.flush();
    }
}
