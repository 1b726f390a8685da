package dev.kompox.operations.event;

/** Hear events. Implementations return quickly, are safe for several threads, and never throw. */
@FunctionalInterface
public interface EventSink {

    /** Hear one event. */
    void accept(Event event);

    /** Return a sink that ignores everything. */
    static EventSink none() {
        return event -> {};
    }
}
