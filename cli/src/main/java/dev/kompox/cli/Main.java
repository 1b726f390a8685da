package dev.kompox.cli;

import dev.kompox.cli.command.Places;
import dev.kompox.cli.command.Version;
import dev.kompox.cli.terminal.SystemTerminal;

/** Start Kompox. */
public final class Main {

    private Main() {}

    /** Run one command and end the process with its exit code. */
    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("version") || args[0].equals("--version"))) {
            System.out.println("kompox " + Version.NUMBER);
            System.out.flush();
            return;
        }
        int code = new Kompox(SystemTerminal.open(), Places.installed()).run(args);
        // Coming back is the quicker end: System.exit waits up to 0.3 s for threads in native code.
        if (code != 0) {
            System.exit(code);
        }
    }
}
