package dev.kompox.operations.world;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A world of named things, each made once by one operation, and named registers that hold a text.
 * Strict: making what is there, or removing what is not, is an error, so that a step done twice
 * shows.
 */
public final class FakeWorld {

    private final SortedMap<String, String> things = new TreeMap<>();
    private final SortedMap<String, String> registers = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();

    private final Map<String, Runnable> listeners = new HashMap<>();

    /** What goes wrong with one call: before its effect, or after it, when the answer is lost. */
    private record Fault(boolean lost, RuntimeException failure) {}

    /** Return the things there are, each with the operation that made it. */
    public synchronized SortedMap<String, String> things() {
        return new TreeMap<>(things);
    }

    /** Return the registers. */
    public synchronized SortedMap<String, String> registers() {
        return new TreeMap<>(registers);
    }

    /** Return the calls made so far, e.g. {@code make a}. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Let the next call of this name fail before it has any effect. */
    public synchronized FakeWorld fail(String call, Category category) {
        return fail(call, false, new DriverException(category, call + " failed", "mend " + call));
    }

    /** Let the next call of this name have its effect and lose its answer. */
    public synchronized FakeWorld lose(String call) {
        return fail(
                call, true, new DriverException(new Category.Transient(), "the answer is lost"));
    }

    /** Let the next call of this name fail with anything. */
    public synchronized FakeWorld fail(String call, RuntimeException failure) {
        return fail(call, false, failure);
    }

    private FakeWorld fail(String call, boolean lost, RuntimeException failure) {
        faults.computeIfAbsent(call, _ -> new ArrayDeque<>()).add(new Fault(lost, failure));
        return this;
    }

    /** Do something at the next call of this name, before its effect. */
    public synchronized void whenCalled(String call, Runnable what) {
        listeners.put(call, what);
    }

    /** Put a text into a register without any step. */
    public synchronized FakeWorld put(String register, String value) {
        registers.put(register, value);
        return this;
    }

    /** Put a thing there without any step. */
    public synchronized FakeWorld putThing(String name, String by) {
        things.put(name, by);
        return this;
    }

    void make(Trigger trigger, String name, String by) {
        call(
                trigger,
                "make " + name,
                () -> {
                    if (things.putIfAbsent(name, by) != null) {
                        throw new IllegalStateException(name + " is there already");
                    }
                    return name;
                });
    }

    void remove(Trigger trigger, String name) {
        call(
                trigger,
                "remove " + name,
                () -> {
                    if (things.remove(name) == null) {
                        throw new IllegalStateException(name + " is not there");
                    }
                    return name;
                });
    }

    void set(Trigger trigger, String register, String value) {
        call(trigger, "set " + register + "=" + value, () -> registers.put(register, value));
    }

    String madeBy(Trigger trigger, String name) {
        return call(trigger, "find " + name, () -> things.getOrDefault(name, ""));
    }

    String get(Trigger trigger, String register) {
        return call(trigger, "get " + register, () -> registers.getOrDefault(register, "absent"));
    }

    private <T> T call(Trigger trigger, String call, Supplier<T> effect) {
        trigger.point("before " + call);
        T answer = perform(call, effect);
        trigger.point("after " + call);
        return answer;
    }

    private synchronized <T> T perform(String call, Supplier<T> effect) {
        calls.add(call);
        Runnable listener = listeners.remove(call);
        if (listener != null) {
            listener.run();
        }
        Deque<Fault> script = faults.get(call);
        Fault fault = script == null ? null : script.poll();
        if (fault == null) {
            return effect.get();
        }
        if (fault.lost) {
            var _ = effect.get();
        }
        throw fault.failure;
    }
}
