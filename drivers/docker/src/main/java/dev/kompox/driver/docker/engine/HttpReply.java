package dev.kompox.driver.docker.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The head of an HTTP answer and its body as a stream.
 *
 * @param status the status code
 * @param headers the headers, names in lower case
 * @param body the body, decoded; at its end when the answer ends
 */
record HttpReply(int status, Map<String, String> headers, InputStream body) {

    private static final int MAX_LINE = 16 * 1024;

    /** Read the head of an answer. */
    static HttpReply read(InputStream in) throws IOException {
        String line = line(in);
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new IOException("the engine's answer is no HTTP: " + line);
        }
        int status = Integer.parseInt(parts[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
        }
        return new HttpReply(status, headers, body(status, headers, in));
    }

    /** Return the whole body, a character for each byte. */
    String text() throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static InputStream body(int status, Map<String, String> headers, InputStream in) {
        if (status == 101) {
            return in;
        }
        if (status == 204 || status == 304) {
            return InputStream.nullInputStream();
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return new ChunkedStream(in);
        }
        String length = headers.get("content-length");
        return length == null ? in : new LimitedStream(in, Long.parseLong(length));
    }

    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException(
                        "the engine closed the connection in the middle of an answer");
            }
            if (line.length() > MAX_LINE) {
                throw new IOException("the engine sent a line longer than " + MAX_LINE + " bytes");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
