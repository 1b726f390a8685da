package dev.kompox.driver.kit;

import dev.kompox.driver.Driver;
import dev.kompox.driver.call.Time;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Workload;
import java.util.Optional;

/** Stands for the place before there is one. */
final class NoPlace implements DriverFixture {

    @Override
    public Workload workload() {
        throw new IllegalStateException("the place is not made yet");
    }

    @Override
    public Driver open() {
        throw new IllegalStateException("the place is not made yet");
    }

    @Override
    public Time time() {
        return Time.system();
    }

    @Override
    public void write(VolumeName volume, String path, String text) {}

    @Override
    public Optional<String> read(VolumeName volume, String path) {
        return Optional.empty();
    }

    @Override
    public void hold(VolumeName volume, boolean writes) {}

    @Override
    public void letGo() {}

    @Override
    public void close() {}
}
