package dev.kompox.cli.complete;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import java.util.List;

/** Answer a shell that completes what is being typed; silent when anything fails. */
public final class CompleteCommand implements Command {

    /** Find what may stand in place of the last word. */
    @FunctionalInterface
    public interface Source {

        /**
         * Find candidates.
         *
         * @param call what it may look at
         * @param words what was typed after {@code kompox}; the last is being completed
         */
        List<String> candidates(Invocation call, List<String> words);
    }

    private final Source source;

    /** Answer from a source. */
    public CompleteCommand(Source source) {
        this.source = source;
    }

    @Override
    public Syntax syntax() {
        return new Syntax("__complete", "Answer a shell.")
                .positional("WORD", 0, Integer.MAX_VALUE, "what was typed")
                .passThrough();
    }

    @Override
    @SuppressWarnings("CatchAndPrintStackTrace")
    public int run(Invocation call) {
        try {
            source.candidates(call, call.arguments().words())
                    .forEach(call.terminal().out()::println);
        } catch (RuntimeException e) {
            return Exit
                    .FAILED; // a shell shows nothing rather than an error in the middle of a line
        }
        return Exit.OK;
    }
}
