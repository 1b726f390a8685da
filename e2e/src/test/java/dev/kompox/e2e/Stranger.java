package dev.kompox.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A user of the machine who is in no group and owns nothing. */
final class Stranger {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private Stranger() {}

    /** Run {@code kompox} as that user in a project's directory, which it may look into. */
    static Result kompox(App app, String... arguments) {
        assumeTrue(
                Files.isExecutable(SETPRIV) && "root".equals(System.getProperty("user.name")),
                "only root with setpriv can become another user");
        app.run("chmod", "755", app.directory.toString(), app.directory.resolve("..").toString())
                .ok();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                SETPRIV.toString(),
                                "--reuid=65534",
                                "--regid=65534",
                                "--clear-groups",
                                "env",
                                "HOME=/nonexistent",
                                "XDG_STATE_HOME="));
        command.addAll(Program.installed());
        command.addAll(List.of(arguments));
        return app.run(command.toArray(String[]::new));
    }
}
