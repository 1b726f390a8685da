package dev.kompox.operations.sweep;

/** Limit how much the sweeps try: {@code -Dsweep.most=N}, 0 for the first kills only. */
final class Most {

    private Most() {}

    /** Return the limit that was asked for, or else the usual one. */
    static int of(int usual) {
        return Integer.getInteger("sweep.most", usual);
    }
}
