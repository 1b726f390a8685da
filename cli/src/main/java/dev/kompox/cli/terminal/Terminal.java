package dev.kompox.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Hold everything of the process that a command may touch.
 *
 * @param in standard input
 * @param out standard output: the answer
 * @param err standard error: the story
 * @param kinds which of the three is a terminal
 * @param environment the process environment
 * @param directory the working directory
 * @param zone the time zone of the person
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Kinds kinds,
        SequencedMap<String, String> environment,
        Path directory,
        ZoneId zone) {

    /** The width assumed where none can be told, in columns. */
    public static final int DEFAULT_WIDTH = 80;

    /**
     * Say which standard stream is a terminal.
     *
     * @param in whether input comes from one
     * @param out whether output goes to one
     * @param err whether errors go to one
     */
    public record Kinds(boolean in, boolean out, boolean err) {}

    /** Copies the environment. */
    public Terminal {
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
    }

    /** Work in another directory. */
    public Terminal in(Path other) {
        return new Terminal(in, out, err, kinds, environment, other, zone);
    }

    /** Tell whether a person can be asked. */
    public boolean canAsk() {
        return kinds.in && kinds.err;
    }

    /** Return the width in columns: {@code COLUMNS}, then the terminal's, then 80. */
    public int width() {
        String columns = environment.get("COLUMNS");
        if (columns != null) {
            try {
                int width = Integer.parseInt(columns.strip());
                if (width >= 20) {
                    return width;
                }
            } catch (NumberFormatException e) {
                return DEFAULT_WIDTH;
            }
        }
        return kinds.err || kinds.out ? SystemTerminal.width() : DEFAULT_WIDTH;
    }

    /** Return a variable, or empty text when it is not set. */
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
