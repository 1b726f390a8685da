package dev.kompox.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The terminal of this process. */
public final class SystemTerminal {

    private static final Path TERMINAL = Path.of("/dev/tty");

    private SystemTerminal() {}

    /** Return the process's own streams, environment and directory. */
    public static Terminal open() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        return new Terminal(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                new Terminal.Kinds(isTerminal(0), isTerminal(1), isTerminal(2)),
                new java.util.LinkedHashMap<>(environment),
                Path.of("").toAbsolutePath(),
                ZoneId.systemDefault());
    }

    /** UTF-8 whatever the locale says: names and answers must not turn into question marks. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /**
     * {@code System.console()} would load a line editor first, which costs more than the command.
     */
    private static boolean isTerminal(int descriptor) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Ask the system how wide the terminal is. */
    static int width() {
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(TERMINAL.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String answer =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0) {
                int width = Integer.parseInt(answer.strip().substring(answer.indexOf(' ') + 1));
                return width >= 20 ? width : Terminal.DEFAULT_WIDTH;
            }
        } catch (IOException | NumberFormatException e) {
            return Terminal.DEFAULT_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Terminal.DEFAULT_WIDTH;
    }
}
