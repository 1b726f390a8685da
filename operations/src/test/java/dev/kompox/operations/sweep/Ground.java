package dev.kompox.operations.sweep;

import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.journal.Journals;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.world.Trap;
import dev.kompox.operations.world.Trigger;
import java.util.List;
import java.util.SortedMap;

/**
 * A place with an app on it that a sweep can kill at and look at. Any driver can be swept: put a
 * {@code TrappedDriver} around it.
 */
public interface Ground {

    /** Observe the place without traps. */
    Observation observe();

    /** Return the engine of a process that a trigger kills and a script spoils the calls of. */
    Engine engine(Journals journals, Trigger trigger, SortedMap<Integer, Trap.Fault> script);

    /** Do what the place does by itself when a process dies. */
    void died();

    /**
     * Return all that is there as text, bytes included, ids and times left out. What a rollback
     * left in the trash begins with {@link #LEFT}.
     */
    String look();

    /** Return what was done that must never be done, such as copying a disk that is written to. */
    List<String> violations();

    /** How the line of a disk begins that one operation both made and put into the trash. */
    String LEFT = "left of a rollback ";
}
