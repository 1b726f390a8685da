package dev.kompox.cli.fake;

import dev.kompox.cli.command.Places;
import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Driver;
import dev.kompox.driver.DriverProvider;
import dev.kompox.driver.DriverSettings;
import dev.kompox.driver.Finding;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.place.Reach;
import dev.kompox.driver.runtime.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A place in memory: what it does is what its parts were told. */
public final class FakePlace implements Places, DriverProvider {

    /** Where it is. */
    public static final Location HERE = Location.of("docker", "local");

    /** Return when its things were made: 41 days ago. */
    public static Instant made() {
        return Instant.now().minus(Duration.ofDays(41).plusHours(1));
    }

    private final FakeDisks disks = new FakeDisks();
    private final FakeRuntime runtime = new FakeRuntime(disks);
    private final FakeSnapshots snapshots = new FakeSnapshots();
    private final FakeRecords records = new FakeRecords();
    private final List<Finding> findings = new ArrayList<>();

    /** Return how apps run here. */
    public FakeRuntime runtime() {
        return runtime;
    }

    /** Return its disks. */
    public FakeDisks disks() {
        return disks;
    }

    /** Return its snapshots. */
    public FakeSnapshots snapshots() {
        return snapshots;
    }

    /** Let the examination find something. */
    public FakePlace finding(Finding finding) {
        findings.add(finding);
        return this;
    }

    @Override
    public DriverProvider named(String name) {
        return this;
    }

    @Override
    public List<DriverProvider> all() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "docker";
    }

    @Override
    public String summary() {
        return "Docker Engine on this machine";
    }

    @Override
    public Driver open(DriverSettings settings) {
        for (Workload workload : settings.workloads()) {
            disks.know(workload);
        }
        Capabilities can =
                new Capabilities(
                        false,
                        Reach.When.AT_ONCE,
                        false,
                        true,
                        true,
                        true,
                        true,
                        false,
                        List.of(new Capabilities.Fact("engine", "27.3, overlay2 on ext4")));
        return new FakeDriver(can, runtime, disks, snapshots, records);
    }

    @Override
    public List<Finding> examine(DriverSettings settings) {
        return List.copyOf(findings);
    }
}
