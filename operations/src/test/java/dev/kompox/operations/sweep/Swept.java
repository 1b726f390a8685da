package dev.kompox.operations.sweep;

import dev.kompox.operations.engine.Engine;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.world.MemoryJournals;
import dev.kompox.operations.world.Trigger;

/** Hold a fresh copy of a world and the operation that a sweep kills in it. */
public interface Swept {

    /** Return the plan, made from what is there at the beginning. */
    Plan plan();

    /** Return the engine of a new process that a trigger kills. */
    Engine process(Trigger trigger);

    /** Return the journals, which outlive every process. */
    MemoryJournals journals();

    /** Do what the world does by itself when a process dies, such as thawing what it froze. */
    void died();

    /** Fail unless everything is as it was before the operation, and nothing else is there. */
    void expectBefore();

    /** Fail unless everything is as the operation promises, and nothing else is there. */
    void expectAfter();
}
