package dev.kompox.lab.fault;

/** Pass the places where the effect of a call can be cut in two. */
@FunctionalInterface
public interface Passage {

    /** Pass such a place, or die there. */
    void cut();
}
