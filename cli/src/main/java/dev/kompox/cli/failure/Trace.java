package dev.kompox.cli.failure;

import dev.kompox.cli.command.Version;
import dev.kompox.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Keep the stack trace of a defect in a file, and tell people where. */
final class Trace {

    private Trace() {}

    static List<String> keep(RuntimeException failure, Terminal terminal) {
        String what =
                "error: Kompox met a defect of its own: " + failure.getClass().getSimpleName();
        try {
            Path file =
                    Files.createTempFile(
                            "kompox-",
                            ".trace",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text(failure));
            return List.of(
                    what,
                    "  details are in " + file,
                    "See what is true now: kompox operation list");
        } catch (IOException e) {
            failure.printStackTrace(terminal.err());
            return List.of(what, "See what is true now: kompox operation list");
        }
    }

    private static String text(RuntimeException failure) {
        StringWriter text = new StringWriter();
        text.append("kompox ").append(Version.NUMBER).append('\n');
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
