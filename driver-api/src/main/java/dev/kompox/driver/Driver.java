package dev.kompox.driver;

import dev.kompox.driver.place.Location;
import java.util.List;
import java.util.Optional;

/**
 * Reach one place of one provider: a set of facets.
 *
 * <p>What the provider cannot do is an absent facet, never a method that fails. A driver is
 * stateless: names and tags at the provider are the truth. All facets may be used from several
 * threads.
 */
public interface Driver extends AutoCloseable {

    /** Return the provider's name, e.g. {@code docker}. */
    String name();

    /** Return the place. */
    Location location();

    /**
     * Return what the provider can do here, read from it.
     *
     * @throws dev.kompox.driver.failure.DriverException if it cannot be read
     */
    Capabilities capabilities();

    /**
     * Return further facts for people, read from the provider, in the order to show them. No plan
     * depends on them.
     *
     * @throws dev.kompox.driver.failure.DriverException if they cannot be read
     */
    default List<Fact> facts() {
        return List.of();
    }

    /** Return the disks, if the provider has any. */
    Optional<Disks> disks();

    /** Return the snapshots, if the provider has any. */
    Optional<Snapshots> snapshots();

    /** Return the access to bytes, if the provider gives any. */
    Optional<Bytes> bytes();

    /** Return the attachments, if the provider tells about them. */
    Optional<Attachments> attachments();

    /** Return the runtime, if apps run here. */
    Optional<Runtime> runtime();

    /** Return the ownership records, if they can be kept here. */
    Optional<Records> records();

    /** Return what lets apps leave and enter, if they can here. */
    default Optional<Moves> moves() {
        return Optional.empty();
    }

    /** Return the images, if they can be taken from and to here. */
    default Optional<Images> images() {
        return Optional.empty();
    }

    /** Return the ways to ports of services, if there are any from this machine. */
    default Optional<Tunnels> tunnels() {
        return Optional.empty();
    }

    /** Return what tells which apps are here, if the place tells. */
    default Optional<Apps> apps() {
        return Optional.empty();
    }

    /** Let go of connections. Never fails. */
    @Override
    void close();
}
