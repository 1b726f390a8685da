package dev.kompox.operations.engine;

import dev.kompox.operations.json.Fields;
import java.time.Instant;

/**
 * Say who holds the lock of an app.
 *
 * @param operation the operation
 * @param host on which machine
 * @param user as whom
 * @param pid in which process
 * @param since since when
 */
public record LockHolder(OperationId operation, String host, String user, long pid, Instant since) {

    /** Name this process as the holder. */
    public static LockHolder here(OperationId operation, String host, String user, Instant since) {
        return new LockHolder(operation, host, user, ProcessHandle.current().pid(), since);
    }

    Fields encode() {
        return Fields.of(
                "operation",
                operation.value(),
                "host",
                host,
                "user",
                user,
                "pid",
                pid,
                "since",
                since.toString());
    }

    static LockHolder decode(Fields json) {
        return new LockHolder(
                new OperationId(json.string("operation")),
                json.string("host"),
                json.string("user"),
                json.number("pid"),
                Instant.parse(json.string("since")));
    }

    @Override
    public String toString() {
        return "operation "
                + operation
                + " ("
                + user
                + "@"
                + host
                + ", process "
                + pid
                + ", since "
                + since
                + ")";
    }
}
