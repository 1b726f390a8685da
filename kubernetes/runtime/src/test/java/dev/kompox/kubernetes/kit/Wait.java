package dev.kompox.kubernetes.kit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens elsewhere, and not for ever. */
public final class Wait {

    private Wait() {}

    /** Look every few milliseconds until it is so. */
    public static void until(String what, Duration limit, BooleanSupplier so) {
        long end = System.nanoTime() + limit.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted while waiting: " + what, e);
            }
        }
    }
}
