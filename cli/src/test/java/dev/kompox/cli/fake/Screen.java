package dev.kompox.cli.fake;

import dev.kompox.cli.Kompox;
import dev.kompox.cli.command.Places;
import dev.kompox.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A terminal, or none, that remembers what was shown. */
public final class Screen {

    private final Path directory;
    private final Places places;
    private final SequencedMap<String, String> environment = new LinkedHashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String typed = "";
    private boolean terminal;

    /** Stand in a directory before a place. */
    public Screen(Path directory, Places places) {
        this.directory = directory;
        this.places = places;
        environment.put("XDG_STATE_HOME", directory.resolve("state").toString());
        environment.put("HOME", directory.toString());
        environment.put("COLUMNS", "80");
        environment.put("TERM", "xterm");
    }

    /** Be a terminal at which these answers are typed. */
    public Screen terminal(String answers) {
        terminal = true;
        typed = answers;
        return this;
    }

    /** Set a variable. */
    public Screen variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Run a command and return its exit code. */
    public int run(String... args) {
        out.reset();
        err.reset();
        Terminal there =
                new Terminal(
                        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        new Terminal.Kinds(terminal, terminal, terminal),
                        environment,
                        directory,
                        ZoneId.of("+09:00"));
        return new Kompox(there, places).run(args);
    }

    /** Return what was written to standard output. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Return what was written to standard error. */
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
