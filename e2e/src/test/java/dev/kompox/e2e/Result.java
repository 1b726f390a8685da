package dev.kompox.e2e;

/**
 * Hold what a process did.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Result(int code, String out, String err) {

    /** Return this if the process succeeded; fail with everything it said otherwise. */
    Result ok() {
        if (code != 0) {
            throw new AssertionError("exit code " + code + "\n" + out + "\n" + err);
        }
        return this;
    }

    /** Return both streams, for messages. */
    String all() {
        return "exit code " + code + "\n" + out + "\n" + err;
    }

    /** Return the first line, of either stream, that begins so; empty if there is none. */
    String line(String beginning) {
        return all().lines().filter(line -> line.startsWith(beginning)).findFirst().orElse("");
    }
}
