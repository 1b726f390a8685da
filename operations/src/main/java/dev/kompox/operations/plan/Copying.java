package dev.kompox.operations.plan;

import dev.kompox.operations.engine.Cost;

/** Estimate what copying takes. */
final class Copying {

    /**
     * Bytes per second of a copy on one machine's disk; an ordinary SSD, measured well below its
     * peak.
     */
    private static final long RATE = 400L * 1024 * 1024;

    private Copying() {}

    static Cost cost(Observation seen, long bytes) {
        return seen.capabilities().instantCopies() ? Cost.NONE : Cost.ofBytes(bytes, RATE);
    }
}
