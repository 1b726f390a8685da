package dev.kompox.operations.engine;

import java.nio.file.Path;

/**
 * Say whose operations an engine runs.
 *
 * @param app the app's id
 * @param epoch the epoch of the app's ownership, 0 before any
 * @param user who works
 * @param host on which machine
 * @param tool the version of Kompox
 * @param lockFile the app's lock
 */
public record Identity(
        String app, long epoch, String user, String host, String tool, Path lockFile) {}
