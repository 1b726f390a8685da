package dev.kompox.driver.docker.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Write a line every second, so that whoever reads knows that this process lives. */
final class Heartbeat implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final byte[] BEAT = "\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final Thread thread;

    Heartbeat(OutputStream out) {
        this.out = out;
        this.thread = Thread.ofPlatform().daemon().name("helper-heartbeat").start(this::beat);
    }

    private void beat() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                write(BEAT);
                Thread.sleep(EVERY);
            }
        } catch (IOException | InterruptedException e) {
            // the helper has ended or is about to; it needs no more beats
        }
    }

    private synchronized void write(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Fall silent, as if this process had died. */
    void stop() {
        thread.interrupt();
    }

    /** Say a word. */
    void say(String word) {
        try {
            write((word + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the helper has ended
        }
    }

    /** Say that the work is done. */
    @Override
    public void close() {
        say("end");
        thread.interrupt();
    }
}
