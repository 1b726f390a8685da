package dev.kompox.cli.app;

import dev.kompox.cli.terminal.Interrupts;
import dev.kompox.cli.terminal.Terminal;
import dev.kompox.driver.failure.DriverException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A program that runs while tunnels are open, with this process's own streams.
 *
 * @param words the program and its words
 * @param terminal whose environment and directory it has
 */
record TunnelProgram(List<String> words, Terminal terminal) {

    /** What shells end with when there is no such program, and when it cannot be run. */
    private static final int NOT_FOUND = 127;

    private static final int NOT_RUN = 126;
    private static final Pattern NO_SUCH_FILE = Pattern.compile("error[=:] ?2\\b");

    /**
     * Run it to its end. Ctrl-C is left to it, since it has the terminal, too.
     *
     * @param variables what it finds in its environment besides
     * @return its exit code
     */
    int run(Map<String, String> variables) {
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(terminal.directory().toFile()).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(terminal.environment());
        builder.environment().putAll(variables);
        terminal.out().flush();
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            boolean absent = NO_SUCH_FILE.matcher(String.valueOf(e.getMessage())).find();
            terminal.err()
                    .println(
                            "error: "
                                    + words.getFirst()
                                    + (absent ? " is not found" : " cannot be run"));
            terminal.err().println("Give a program that there is: command -v PROGRAM");
            return absent ? NOT_FOUND : NOT_RUN;
        }
        Interrupts.leaveTo(process);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw DriverException.interrupted(words.getFirst() + " ran", e);
        }
    }
}
