package dev.kompox.driver;

import dev.kompox.driver.place.Reach;

/**
 * Say what a driver can do, beyond which facets it has, as read from the provider.
 *
 * @param groupedSnapshots whether the snapshots of one set show one instant without stopping or
 *     freezing anything
 * @param snapshotsUsable when a snapshot can be used
 * @param instantCopies whether a copy within the place shares bytes and takes no time in its size
 * @param instantAssign whether assigning a disk takes no time in its size
 * @param freeze whether {@link Runtime#freeze} works; plans refuse frozen snapshots otherwise
 * @param startCreatesDisks whether {@link Runtime#start} makes the disks of volumes that have none
 * @param singleServices whether single services can be started and stopped apart from the others;
 *     where not, {@link Runtime} takes no list that leaves one out
 * @param resize whether disks can grow
 */
public record Capabilities(
        boolean groupedSnapshots,
        Reach.When snapshotsUsable,
        boolean instantCopies,
        boolean instantAssign,
        boolean freeze,
        boolean startCreatesDisks,
        boolean singleServices,
        boolean resize) {}
