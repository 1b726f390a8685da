package dev.kompox.cli.command;

/** The exit codes that scripts may rely on; commands that run a program pass on its own. */
public final class Exit {

    /** Done. */
    public static final int OK = 0;

    /** Failed. */
    public static final int FAILED = 1;

    /** What was typed is not understood. */
    public static final int USAGE = 2;

    /** Blocked by validation or by a rule; nothing was changed. */
    public static final int BLOCKED = 3;

    /** An operation stands half way and can go on; its id was printed. */
    public static final int RESUMABLE = 4;

    /** Interrupted. */
    public static final int INTERRUPTED = 130;

    private Exit() {}
}
