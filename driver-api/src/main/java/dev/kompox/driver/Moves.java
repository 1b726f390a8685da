package dev.kompox.driver;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.runtime.Workload;
import java.util.List;
import java.util.Set;

/** Let apps leave and enter a place. Every method is idempotent. */
public interface Moves {

    /**
     * Return what this place is told by whoever reaches it, however they call it: two drivers with
     * the same identity work at the same place.
     *
     * @return opaque, never empty
     */
    String identity();

    /**
     * Tell what would keep the app from starting here, a sentence each, e.g. a port that somebody
     * else has. Reads only; empty is no promise.
     */
    List<String> obstacles(Workload workload);

    /**
     * Return the processor architectures of the machines that the app may run on here, in the words
     * of images, e.g. {@code amd64}; empty if that is not known.
     */
    default Set<String> architectures() {
        return Set.of();
    }

    /**
     * Make sure that none of the app's stopped instances starts by itself, e.g. after the machine
     * restarts. What runs goes on.
     */
    void fence(Workload workload, Call call);

    /** Take {@link #fence} back: instances start by themselves as the project says. */
    void unfence(Workload workload, Call call);

    /**
     * Make sure that the app, which has no instances and no assigned disks here any more, cannot be
     * started here by accident, by those either who do not use Kompox: starting fails and shows the
     * reason as far as the provider lets it.
     *
     * @param reason where the app went, in a few words
     */
    void seal(Workload workload, String reason, Call call);

    /** Take {@link #seal} back. */
    void unseal(Workload workload, Call call);
}
