package dev.kompox.operations.world;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stand around every call of a driver: kill the process there, lose answers, refuse calls. */
public final class Trap {

    /** What goes wrong with a call. */
    public enum Fault {
        /** The call has its effect, the answer never comes. */
        LOST_ANSWER,
        /** The call is refused before it has any effect. */
        THROTTLED
    }

    private final Trigger trigger;
    private final SortedMap<Integer, Fault> script;
    private int calls;

    /** Kill with a trigger, and spoil calls by their number from 1. */
    public Trap(Trigger trigger, SortedMap<Integer, Fault> script) {
        this.trigger = trigger;
        this.script = new TreeMap<>(script);
    }

    /** Make a call. */
    public <T> T around(String name, Supplier<T> call) {
        trigger.point("before " + name);
        @Nullable Fault fault = next();
        if (fault == Fault.THROTTLED) {
            throw new DriverException(
                    new Category.Throttled(Duration.ofSeconds(3)), name + ": slow down");
        }
        T answer = call.get();
        trigger.point("after " + name);
        if (fault == Fault.LOST_ANSWER) {
            throw new DriverException(new Category.Transient(), name + ": connection reset");
        }
        return answer;
    }

    /** Return how many calls were made. */
    public synchronized int calls() {
        return calls;
    }

    private synchronized @Nullable Fault next() {
        calls++;
        return script.get(calls);
    }
}
