package dev.kompox.cli.progress;

import dev.kompox.operations.event.EventSink;

/** Show the events of an operation as they happen. */
public interface Renderer extends EventSink, AutoCloseable {

    /** Leave the terminal in order. Never fails. */
    @Override
    void close();
}
