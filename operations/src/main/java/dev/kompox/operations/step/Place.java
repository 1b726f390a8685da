package dev.kompox.operations.step;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.Bytes;
import dev.kompox.driver.Disks;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Records;
import dev.kompox.driver.Runtime;
import dev.kompox.driver.Snapshots;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.manifest.id.AppId;
import dev.kompox.operations.engine.StepContext;
import java.util.Optional;

/**
 * Join an app with the driver of the place where it is worked on.
 *
 * @param driver the driver
 * @param workload the app
 */
public record Place(Driver driver, Workload workload) {

    /** Return the app. */
    public AppId app() {
        return workload.app();
    }

    /** Return where this is. */
    public Location location() {
        return driver.location();
    }

    /** Return the disks. */
    public Disks disks() {
        return facet(driver.disks(), "disks");
    }

    /** Return the snapshots. */
    public Snapshots snapshots() {
        return facet(driver.snapshots(), "snapshots");
    }

    /** Return the access to bytes. */
    public Bytes bytes() {
        return facet(driver.bytes(), "bytes");
    }

    /** Return the attachments. */
    public Attachments attachments() {
        return facet(driver.attachments(), "attachments");
    }

    /** Return the runtime. */
    public Runtime runtime() {
        return facet(driver.runtime(), "runtime");
    }

    /** Return the ownership records. */
    public Records records() {
        return facet(driver.records(), "records");
    }

    /** Point at a disk of the app by the names used in arguments. */
    DiskRef disk(String volume, String name) {
        return new DiskRef(app(), new VolumeName(volume), new DiskName(name));
    }

    /** Point at the disk that a step's arguments name: {@code volume} and {@code disk}. */
    DiskRef disk(StepContext context) {
        return disk(context.arguments().string("volume"), context.arguments().string("disk"));
    }

    private <T> T facet(Optional<T> facet, String name) {
        return facet.orElseThrow(() ->
                new DriverException(
                        new Category.Unsupported(name),
                        "driver " + driver.name() + " has no " + name,
                        "kompox driver show " + driver.name()));
    }
}
