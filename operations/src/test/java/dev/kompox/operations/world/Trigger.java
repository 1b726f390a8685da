package dev.kompox.operations.world;

import java.util.ArrayList;
import java.util.List;

/**
 * Kill a process at one of the points it passes: before and after each call to the world and each
 * append to the journal. A dead process does nothing any more: every later point kills as well.
 */
public final class Trigger {

    private int deadly;
    private String deadlyName = "";
    private int namesLeft;
    private final List<String> passed = new ArrayList<>();

    private Trigger(int deadly) {
        this.deadly = deadly;
    }

    /** Return a trigger that only counts. */
    public static Trigger none() {
        return new Trigger(Integer.MAX_VALUE);
    }

    /** Return a trigger that kills at a point, counted from 1. */
    public static Trigger at(int point) {
        return new Trigger(point);
    }

    /** Return a trigger that kills at a point of a name, when that has come up some times. */
    public static Trigger atNamed(String name, int times) {
        Trigger trigger = none();
        trigger.deadlyName = name;
        trigger.namesLeft = times;
        return trigger;
    }

    /** Pass a point, or die. */
    public synchronized void point(String name) {
        passed.add(name);
        if (name.equals(deadlyName) && --namesLeft == 0) {
            deadly = passed.size();
        }
        if (passed.size() >= deadly) {
            throw new Death(name);
        }
    }

    /** Return the points passed, in order. */
    public synchronized List<String> passed() {
        return List.copyOf(passed);
    }

    /** Tell whether the process is dead. */
    public synchronized boolean dead() {
        return passed.size() >= deadly;
    }

    /** The death of a process, which no code may catch. */
    public static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death(String where) {
            super(where, null, false, false);
        }
    }
}
