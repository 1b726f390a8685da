package dev.kompox.lab.fault;

/**
 * Be the death of a process: an error that no code may catch but the test that asked for it. What
 * the process had done until then stays done.
 */
public final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super("the process died " + where, null, false, false);
    }
}
