package dev.kompox.cli.fake;

import dev.kompox.cli.command.Places;
import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Driver;
import dev.kompox.driver.DriverProvider;
import dev.kompox.driver.DriverSettings;
import dev.kompox.driver.Finding;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.place.Reach;
import dev.kompox.driver.runtime.AppThere;
import dev.kompox.driver.runtime.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    private final List<DriverSettings> opened = new ArrayList<>();
    private final List<AppThere> apps = new ArrayList<>();
    private final Map<String, FakePlace> others = new LinkedHashMap<>();
    private final Location here;
    private @Nullable FakeTunnels tunnels;
    private @Nullable DriverException unreachable;

    /** Be the place where people are. */
    public FakePlace() {
        this(HERE);
    }

    /** Be some place. */
    public FakePlace(Location here) {
        this.here = here;
    }

    /** Return where it is. */
    Location here() {
        return here;
    }

    /** Let another place be reached through the driver of its own name. */
    public FakePlace beside(FakePlace other) {
        others.put(other.name(), other);
        return this;
    }

    /** Let nobody reach it. */
    public FakePlace unreachable(String sentence, String remedy) {
        unreachable = new DriverException(new Category.NotFound(), sentence, remedy);
        return this;
    }

    /** Let it be opened and not answer. */
    public FakePlace silent(String sentence, String remedy) {
        records.silent(new DriverException(new Category.Transient(), sentence, remedy));
        return this;
    }

    /** Let it be recorded here that the app lives at a place. */
    public FakePlace lives(Location where, long epoch, Instant since) {
        records.write(where, epoch, since);
        return this;
    }

    /** Give it tunnels. */
    public FakeTunnels withTunnels() {
        FakeTunnels made = new FakeTunnels();
        tunnels = made;
        return made;
    }

    @Nullable FakeTunnels tunnels() {
        return tunnels;
    }

    /** Let it have an app. */
    public FakePlace app(AppThere app) {
        apps.add(app);
        return this;
    }

    List<AppThere> apps() {
        return List.copyOf(apps);
    }

    FakeRecords records() {
        return records;
    }

    /** Return with what it was opened. */
    public List<DriverSettings> opened() {
        return List.copyOf(opened);
    }

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
        return others.getOrDefault(name, this);
    }

    @Override
    public List<DriverProvider> all() {
        return List.of(this);
    }

    @Override
    public String name() {
        return here.provider();
    }

    @Override
    public String summary() {
        return "Docker Engine on this machine";
    }

    @Override
    public Driver open(DriverSettings settings) {
        if (unreachable != null) {
            throw unreachable;
        }
        opened.add(settings);
        for (Workload workload : settings.workloads()) {
            disks.know(workload);
        }
        Capabilities can =
                new Capabilities(false, Reach.When.AT_ONCE, false, true, true, true, true, false);
        return new FakeDriver(this, can);
    }

    @Override
    public List<Finding> examine(DriverSettings settings) {
        return List.copyOf(findings);
    }
}
