package dev.kompox.driver.csi.claim;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.manifest.id.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Removes claims with their volumes, and waits until they are gone. */
public record Purge(Claims claims, Namespaces namespaces, Users users) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /**
     * Remove some for good.
     *
     * @param what what they are, for people, e.g. {@code "disk db/main"}
     * @param left whether one of them is still there
     * @throws DriverException {@code Transient} if they do not go in time
     */
    public void run(AppId app, List<Claim> going, String what, BooleanSupplier left, Call call) {
        going.forEach(claims::purge);
        Instant latest = call.time().now().plus(LONGEST);
        while (left.getAsBoolean()) {
            users.removeEnded(namespaces.of(app));
            if (call.expired() || call.time().now().isAfter(latest)) {
                throw new DriverException(
                        new Category.Transient(),
                        what + " does not go away",
                        "kubectl -n " + namespaces.of(app) + " get pvc,pv");
            }
            try {
                call.time().sleep(POLL);
            } catch (InterruptedException e) {
                throw DriverException.interrupted("waiting for " + what + " to go", e);
            }
        }
    }
}
