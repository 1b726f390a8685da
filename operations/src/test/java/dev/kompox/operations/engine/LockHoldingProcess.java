package dev.kompox.operations.engine;

import java.nio.file.Path;
import java.time.Instant;

/** Hold a lock in a process of its own until that is killed or its standard input ends. */
public final class LockHoldingProcess {

    /** The exit code if somebody else holds the lock. */
    static final int REFUSED = 3;

    private LockHoldingProcess() {}

    /** Hold the lock in the file named first. */
    public static void main(String[] arguments) throws Exception {
        LockHolder holder =
                LockHolder.here(new OperationId("sn-77777"), "far", "eve", Instant.EPOCH);
        try (AppLock lock = AppLock.acquire(Path.of(arguments[0]), holder)) {
            System.out.println(lock.diedBefore().isEmpty() ? "held" : "inherited");
            var _ = System.in.read();
        } catch (Refusal e) {
            System.exit(REFUSED);
        }
    }
}
