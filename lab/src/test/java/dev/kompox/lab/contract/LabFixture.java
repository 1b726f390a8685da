package dev.kompox.lab.contract;

import dev.kompox.driver.Driver;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.call.Time;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.lab.LabWorld;
import dev.kompox.lab.Traits;
import dev.kompox.lab.tree.Entry;
import java.util.Optional;

/** A simulated place for the contract kit. */
final class LabFixture implements DriverFixture {

    private static final String STRANGER = "stranger";

    private final LabWorld world;
    private final Workload workload = KitApp.workload();

    LabFixture(Traits traits) {
        world = new LabWorld(traits);
    }

    @Override
    public Workload workload() {
        return workload;
    }

    @Override
    public Driver open() {
        return world.open();
    }

    @Override
    public Time time() {
        return world.time();
    }

    @Override
    public void write(VolumeName volume, String path, String text) {
        world.use(workload.app(), volume).write(path, text);
    }

    @Override
    public Optional<String> read(VolumeName volume, String path) {
        return world.volume(workload.app(), volume)
                .flatMap(tree -> tree.find(path))
                .map(Entry::content)
                .map(content -> content.text());
    }

    @Override
    public void hold(VolumeName volume, boolean writes) {
        world.hold(
                workload.app(),
                volume,
                new Holder("container", STRANGER, STRANGER, false, writes, true));
    }

    @Override
    public void letGo() {
        world.letGo(STRANGER);
    }

    @Override
    public void close() {
        // nothing outlives the test
    }
}
