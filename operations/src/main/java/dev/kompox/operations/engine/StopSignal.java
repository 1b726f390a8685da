package dev.kompox.operations.engine;

import java.util.concurrent.atomic.AtomicBoolean;

/** Carry a person's wish to stop to the runner, which heeds it at the next safe point. */
public final class StopSignal {

    private final AtomicBoolean requested = new AtomicBoolean();

    /** Ask to stop at the next safe point. */
    public void request() {
        requested.set(true);
    }

    /** Tell whether anybody asked. */
    public boolean requested() {
        return requested.get();
    }
}
