package dev.kompox.cli.progress;

import dev.kompox.cli.command.Globals;
import dev.kompox.cli.terminal.Style;
import dev.kompox.cli.terminal.Terminal;
import dev.kompox.operations.engine.Plan;

/** Choose how events are shown. */
public final class Renderers {

    private Renderers() {}

    /** Choose by what was typed and by what standard error is. */
    public static Renderer of(Globals globals, Terminal terminal, Plan plan) {
        if (globals.jsonEvents()) {
            return new JsonLines(terminal.err());
        }
        Style style = Style.of(terminal, terminal.kinds().err(), globals.colour());
        boolean live =
                globals.progress().equals("auto")
                        && terminal.kinds().err()
                        && !terminal.variable("TERM").equals("dumb");
        boolean quiet = globals.progress().equals("quiet");
        Renderer shown =
                live
                        ? new LiveBlock(terminal.err(), style, terminal.width())
                        : new PlainLines(terminal.err(), quiet);
        return new WithoutQuiet(shown, plan);
    }
}
