package dev.kompox.cli.command;

import dev.kompox.cli.output.Answer;
import dev.kompox.cli.terminal.Style;
import dev.kompox.cli.terminal.Terminal;

/**
 * Hold one call of a command.
 *
 * @param arguments what was typed for it
 * @param globals what was typed for every command
 * @param terminal where it runs
 * @param session what it works with, opened when first used
 */
public record Invocation(Arguments arguments, Globals globals, Terminal terminal, Session session) {

    /** Give the answer in the form asked for. */
    public int answer(Answer answer) {
        String text = answer.in(globals.format());
        if (!text.isEmpty()) {
            terminal.out().println(text);
        }
        terminal.out().flush();
        return Exit.OK;
    }

    /** Tell one line of the story, unless only machines listen. */
    public void tell(String line) {
        if (!globals.jsonEvents() && !globals.progress().equals("quiet")) {
            terminal.err().println(line);
        }
    }

    /** Return the colours of the answer. */
    public Style style() {
        return Style.of(terminal, terminal.kinds().out(), globals.colour());
    }

    /** Return the width to keep to; answers that go to a file or pipe are never cut. */
    public int width() {
        return terminal.kinds().out() ? terminal.width() : Integer.MAX_VALUE;
    }
}
