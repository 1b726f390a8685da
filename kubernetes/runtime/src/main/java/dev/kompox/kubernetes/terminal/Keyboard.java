package dev.kompox.kubernetes.terminal;

import dev.kompox.kubernetes.exec.RunningExec;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Passes on what is typed until the program ends. */
final class Keyboard {

    /** A read that returns sooner with nothing did not wait for a key: the terminal has gone. */
    private static final long WAITED = Duration.ofMillis(50).toNanos();

    private static final int TOO_SOON = 20;
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final RawTerminal terminal;
    private final RunningExec running;
    private final Thread thread;

    private Keyboard(RawTerminal terminal, RunningExec running) {
        this.terminal = terminal;
        this.running = running;
        this.thread = new Thread(this::pass, "keyboard");
        thread.setDaemon(true);
    }

    static Keyboard start(RawTerminal terminal, RunningExec running) {
        Keyboard keyboard = new Keyboard(terminal, running);
        keyboard.thread.start();
        return keyboard;
    }

    private void pass() {
        byte[] block = new byte[4096];
        int sooner = 0;
        OutputStream input = running.input();
        try {
            while (!running.done() && sooner < TOO_SOON) {
                long begun = System.nanoTime();
                int count = terminal.read(block);
                input.write(block, 0, count);
                boolean soon = count == 0 && System.nanoTime() - begun < WAITED;
                sooner = soon ? sooner + 1 : 0;
            }
        } catch (IOException e) {
            // the program has ended, or the terminal has gone
        }
        // with the terminal whoever typed has gone; what has ended has ended
        running.close();
    }

    /** Wait until it no longer reads; the program has ended. */
    void join() {
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
