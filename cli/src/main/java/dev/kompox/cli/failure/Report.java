package dev.kompox.cli.failure;

import java.util.List;

/**
 * Say how a failure is told and with which code the process ends.
 *
 * @param lines for people; the last is a command or an edit that helps
 * @param exit the exit code
 */
public record Report(List<String> lines, int exit) {

    /** Copies the lines. */
    public Report {
        lines = List.copyOf(lines);
    }
}
