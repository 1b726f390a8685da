package dev.kompox.lab;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.Bytes;
import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Disks;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Fact;
import dev.kompox.driver.Moves;
import dev.kompox.driver.Records;
import dev.kompox.driver.Runtime;
import dev.kompox.driver.Snapshots;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.place.Reach;
import dev.kompox.lab.fault.Faults;
import java.util.List;
import java.util.Optional;

/**
 * Work on a {@link LabWorld}, as one process does.
 *
 * <p>Holds nothing itself: when it has crashed, or is thrown away, another one on the same world
 * finds all that it did.
 */
public final class LabDriver implements Driver {

    private final LabWorld world;
    private final Faults faults;

    LabDriver(LabWorld world, Faults faults) {
        this.world = world;
        this.faults = faults.mournedBy(() -> world.died(faults));
    }

    /** Return the script of this process, to add to it and to see which calls were made. */
    public Faults faults() {
        return faults;
    }

    @Override
    public String name() {
        return "lab";
    }

    @Override
    public Location location() {
        return world.location;
    }

    @Override
    public Capabilities capabilities() {
        Traits traits = world.traits;
        boolean atOnce = traits.snapshotTakes().isZero();
        return faults.call(
                "capabilities",
                _ ->
                        new Capabilities(
                                traits.grouped(),
                                atOnce ? Reach.When.AT_ONCE : Reach.When.WHEN_COMPLETED,
                                traits.diskTakes().isZero(),
                                true,
                                true,
                                true,
                                true,
                                traits.defaultSize() != null));
    }

    @Override
    public List<Fact> facts() {
        return List.of(new Fact("lab", "in memory"));
    }

    @Override
    public Optional<Disks> disks() {
        return Optional.of(new LabDisks(world, faults));
    }

    @Override
    public Optional<Snapshots> snapshots() {
        return Optional.of(new LabSnapshots(world, faults));
    }

    @Override
    public Optional<Bytes> bytes() {
        return Optional.of(new LabBytes(world, faults));
    }

    @Override
    public Optional<Attachments> attachments() {
        return Optional.of(new LabAttachments(world, faults));
    }

    @Override
    public Optional<Runtime> runtime() {
        return Optional.of(new LabRuntime(world, faults));
    }

    @Override
    public Optional<Records> records() {
        return Optional.of(new LabRecords(world, faults));
    }

    @Override
    public Optional<Moves> moves() {
        return Optional.of(new LabMoves(world, faults));
    }

    @Override
    public void close() {}
}
