package dev.kompox.cli.command;

/** One command: what may be typed after its name, and what it does. */
public interface Command {

    /** Describe what may be typed. */
    Syntax syntax();

    /**
     * Do it.
     *
     * @return the exit code; see {@link Exit}
     */
    int run(Invocation call);
}
