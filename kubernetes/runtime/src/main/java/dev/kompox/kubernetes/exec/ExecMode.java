package dev.kompox.kubernetes.exec;

/** How a program is connected. */
public enum ExecMode {
    /** Its standard input is empty. */
    WITHOUT_INPUT,
    /** Its standard input is fed, and ends when the caller says so. */
    WITH_INPUT,
    /** It has a terminal: its input is fed, what it writes comes as one stream. */
    TERMINAL;

    boolean input() {
        return this != WITHOUT_INPUT;
    }
}
