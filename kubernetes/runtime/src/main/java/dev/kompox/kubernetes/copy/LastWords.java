package dev.kompox.kubernetes.copy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps the end of what a program says. */
final class LastWords extends OutputStream {

    private static final int MOST = 4096;

    private final byte[] bytes = new byte[MOST];
    private long count;

    @Override
    public synchronized void write(int b) {
        bytes[(int) (count++ % MOST)] = (byte) b;
    }

    synchronized List<String> lines() {
        StringBuilder text = new StringBuilder();
        int kept = (int) Math.min(count, MOST);
        byte[] last = new byte[kept];
        for (int i = 0; i < kept; i++) {
            last[i] = bytes[(int) ((count - kept + i) % MOST)];
        }
        text.append(new String(last, StandardCharsets.UTF_8));
        return text.toString().lines().filter(line -> !line.isBlank()).toList();
    }
}
