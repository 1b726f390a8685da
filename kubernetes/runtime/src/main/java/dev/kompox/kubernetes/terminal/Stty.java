package dev.kompox.kubernetes.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The program that sets the terminal on the standard input of this process. */
final class Stty {

    private Stty() {}

    /**
     * Run it, and return what it says.
     *
     * @throws IOException if it cannot be run or fails, as it does where there is no terminal
     */
    static String run(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(Arrays.asList(words));
        Process process =
                new ProcessBuilder(command)
                        .redirectInput(ProcessBuilder.Redirect.INHERIT)
                        .redirectErrorStream(true)
                        .start();
        boolean interrupted = false;
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            // it ends at once; a terminal left as it is would be worse than the wait
            while (true) {
                try {
                    if (process.waitFor() != 0) {
                        throw new IOException(said);
                    }
                    return said;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
