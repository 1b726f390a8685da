package dev.kompox.cli.terminal;

import dev.kompox.operations.engine.StopSignal;
import java.util.List;
import sun.misc.Signal;

/**
 * Turn Ctrl-C, and the signal TERM, into a wish: the first asks the operation to stop at its next
 * safe point, the second ends the process at once, which is as safe as a power cut.
 */
public final class Interrupts {

    /** The exit code of a process ended by Ctrl-C. */
    public static final int EXIT = 130;

    private static final int BASE = 128;

    private Interrupts() {}

    /** Listen from now on. */
    public static void forward(StopSignal stop, Terminal terminal) {
        for (String name : List.of("INT", "TERM")) {
            Signal.handle(
                    new Signal(name),
                    signal -> {
                        if (stop.requested()) {
                            terminal.err()
                                    .println(
                                            "Stopped at once. See what is half done: kompox"
                                                    + " status");
                            Runtime.getRuntime().halt(BASE + signal.getNumber());
                        }
                        stop.request();
                        terminal.err()
                                .println(
                                        "\nStopping at the next safe point. Ctrl-C again stops at"
                                                + " once.");
                    });
        }
    }

    /**
     * From now on leave Ctrl-C to a program that has the terminal, too, and pass the signal TERM on
     * to it: it decides, and this process ends when it does.
     */
    public static void leaveTo(Process program) {
        Signal.handle(new Signal("INT"), _ -> {});
        Signal.handle(new Signal("TERM"), _ -> program.destroy());
    }
}
