package dev.kompox.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.kompox.driver.Disks;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Snapshots;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Progress;
import dev.kompox.driver.call.Token;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.snapshot.Consistency;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.driver.snapshot.SnapshotSpec;
import dev.kompox.manifest.id.AppId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Hold what all parts of the kit share: a place of its own for each test, and short words. */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
public abstract class Contract {

    /** The place of this test. */
    protected DriverFixture place = new NoPlace();

    private final List<Driver> opened = new ArrayList<>();

    /** Make an empty place. */
    protected abstract DriverFixture fixture() throws Exception;

    @BeforeEach
    void makeThePlace() throws Exception {
        place = fixture();
    }

    @AfterEach
    void removeThePlace() {
        opened.forEach(Driver::close);
        place.close();
    }

    /** Open a driver, as a new process would. */
    protected final Driver driver() {
        Driver driver = place.open();
        opened.add(driver);
        return driver;
    }

    /** Return a facet, or skip the test. */
    protected final <T> T facet(Optional<T> facet) {
        return facet.orElseGet(() -> abort("this driver does not have the facet"));
    }

    /** Return the disks. */
    protected final Disks disks() {
        return facet(driver().disks());
    }

    /** Return the snapshots. */
    protected final Snapshots snapshots() {
        return facet(driver().snapshots());
    }

    /** Return the app. */
    protected final AppId app() {
        return place.workload().app();
    }

    /** Return a call of the operation {@code op-1}. */
    protected final Call call(String step) {
        return call("op-1", step);
    }

    /** Return a call of an operation. */
    protected final Call call(String operation, String step) {
        return call(operation, step, Duration.ofMinutes(5));
    }

    /** Return a call with a limit. */
    protected final Call call(String operation, String step, Duration limit) {
        return new Call(
                new Token(operation, step),
                place.time().now().plus(limit),
                place.time(),
                Progress.none());
    }

    /** Point at a disk. */
    protected final DiskRef disk(VolumeName volume, String name) {
        return new DiskRef(app(), volume, new DiskName(name));
    }

    /** Point at a snapshot. */
    protected final SnapshotRef snapshot(VolumeName volume, String name) {
        return new SnapshotRef(app(), volume, new SnapshotName(name));
    }

    /** Wish for a disk. */
    protected final DiskSpec spec(DiskRef ref, Source source) {
        return new DiskSpec(ref, null, driver().location(), null, source);
    }

    /** Wish for snapshots. */
    protected final SnapshotSpec spec(String name, DiskRef... disks) {
        return new SnapshotSpec(app(), new SnapshotName(name), List.of(disks), Consistency.STOPPED);
    }

    /** Make a blank disk. */
    protected final Disk blank(VolumeName volume, String name) {
        return disks().ensure(spec(disk(volume, name), new Source.Blank()), call("make " + name));
    }

    /** Write a file under a volume and return the disk that the volume finds. */
    protected final DiskRef written(VolumeName volume, String text) {
        place.write(volume, "file", text);
        return assigned(volume).ref();
    }

    /** Return the disk that a volume finds. */
    protected final Disk assigned(VolumeName volume) {
        return disks().list(app()).stream()
                .filter(disk -> disk.assigned() && disk.ref().volume().equals(volume))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no disk is assigned to " + volume));
    }

    /** Start the app, on disks that are made first where starting does not make them. */
    protected final AppState startTheApp() {
        Driver driver = driver();
        if (!driver.capabilities().startCreatesDisks()) {
            for (VolumeName volume : List.of(DriverFixture.DATA, DriverFixture.LOGS)) {
                boolean there =
                        disks().list(app()).stream()
                                .anyMatch(disk ->
                                        disk.assigned() && disk.ref().volume().equals(volume));
                if (!there) {
                    disks().assign(blank(volume, "main").ref(), call("assign " + volume));
                }
            }
        }
        return facet(driver.runtime()).start(place.workload(), StartRequest.ALL, call("start"));
    }

    /** Return what the file of {@link #written} holds now. */
    protected final Optional<String> file(VolumeName volume) {
        return place.read(volume, "file");
    }

    /** Expect a failure of a category that says what is wrong and what mends it. */
    protected static DriverException fails(
            Class<? extends Category> category, ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).as("expected a failure: " + category).isNotNull();
        assertThat(thrown).isInstanceOf(DriverException.class);
        DriverException failure = (DriverException) thrown;
        assertThat(failure.category()).as(failure.sentence()).isInstanceOf(category);
        assertThat(failure.sentence()).isNotBlank();
        return failure;
    }
}
