package dev.kompox.lab.fault;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Spoil calls of one process, as a script says: by their number, or by name and number.
 *
 * <p>Calls are named after facet and method, e.g. {@code disks.ensure}. A process that has crashed
 * does nothing any more: every later call crashes as well.
 */
public final class Faults {

    private final Map<Integer, Fault> byNumber = new HashMap<>();
    private final Map<String, Fault> byName = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private Consumer<String> watcher = _ -> {};
    private Runnable mourner = () -> {};
    private boolean dead;

    /** Make a script without faults. */
    public static Faults none() {
        return new Faults();
    }

    /** Spoil a call, counted over all calls from 1. */
    public synchronized Faults at(int number, Fault fault) {
        byNumber.put(number, fault);
        return this;
    }

    /** Spoil the first call of a name. */
    public Faults on(String name, Fault fault) {
        return on(name, 1, fault);
    }

    /** Spoil a call of a name, counted from 1. */
    public synchronized Faults on(String name, int time, Fault fault) {
        byName.put(name + " " + time, fault);
        return this;
    }

    /**
     * Tell somebody each point that the process passes, who may throw an error there: {@code before
     * disks.ensure}, {@code inside disks.ensure}, {@code after disks.ensure}.
     */
    public synchronized Faults watchedBy(Consumer<String> listener) {
        watcher = listener;
        return this;
    }

    /** Tell somebody when the process dies. */
    public synchronized Faults mournedBy(Runnable listener) {
        mourner = listener;
        return this;
    }

    /** Return the names of the calls made so far, in order. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Make a call, with whatever is to go wrong with it. */
    public <T> T call(String name, Function<Passage, T> work) {
        Fault fault = next(name);
        pass("before " + name);
        if (fault instanceof Fault.CrashBefore) {
            throw die("before " + name);
        }
        if (fault instanceof Fault.Refused(Category category)) {
            throw new DriverException(category, name + ": refused by the lab");
        }
        Cuts cuts = new Cuts(name, fault);
        T answer = work.apply(cuts);
        pass("after " + name);
        if (fault instanceof Fault.CrashAfter || fault instanceof Fault.CrashInside) {
            throw die("after " + name);
        }
        if (fault instanceof Fault.LostAnswer) {
            throw new DriverException(new Category.Transient(), name + ": the answer was lost");
        }
        return answer;
    }

    /** Make a call that has no answer. */
    public void run(String name, Consumer<Passage> work) {
        boolean _ =
                call(
                        name,
                        passage -> {
                            work.accept(passage);
                            return true;
                        });
    }

    private synchronized @Nullable Fault next(String name) {
        if (dead) {
            throw new Crash("long ago");
        }
        calls.add(name);
        int time = times.merge(name, 1, Integer::sum);
        Fault named = byName.get(name + " " + time);
        return named != null ? named : byNumber.get(calls.size());
    }

    private void pass(String point) {
        Consumer<String> listener;
        synchronized (this) {
            listener = watcher;
        }
        listener.accept(point);
    }

    private Crash die(String where) {
        Runnable listener;
        synchronized (this) {
            dead = true;
            listener = mourner;
        }
        listener.run();
        return new Crash(where);
    }

    /** Counts the cuts of one call. */
    private final class Cuts implements Passage {

        private final String name;
        private final @Nullable Fault fault;
        private int passed;

        Cuts(String name, @Nullable Fault fault) {
            this.name = name;
            this.fault = fault;
        }

        @Override
        public void cut() {
            pass("inside " + name);
            passed++;
            if (fault instanceof Fault.CrashInside(int cut) && cut == passed) {
                throw die("inside " + name);
            }
        }
    }
}
