package dev.kompox.driver.kit;

import dev.kompox.driver.Driver;
import dev.kompox.driver.call.Time;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Workload;
import java.util.Optional;

/**
 * Give a test an empty place with one app that has never run, and ways to act there without Kompox.
 *
 * <p>The app has the volumes {@link #DATA} and {@link #LOGS}, a service {@code db} that mounts both
 * for writing and depends on nothing, and a service {@code web} that depends on {@code db} and
 * mounts nothing. Both run until they are stopped, and stop cleanly. Closing removes every trace.
 */
public interface DriverFixture extends AutoCloseable {

    /** The first volume of the app. */
    VolumeName DATA = new VolumeName("data");

    /** The second volume of the app. */
    VolumeName LOGS = new VolumeName("logs");

    /** Return the app. */
    Workload workload();

    /** Return a driver of the place, opened for the app; each call stands for a new process. */
    Driver open();

    /** Return the clock of the place. */
    Time time();

    /** Write a file where the app would find it under a volume, making the volume if need be. */
    void write(VolumeName volume, String path, String text);

    /**
     * Read a file where the app would find it under a volume; empty if volume or file is not there.
     */
    Optional<String> read(VolumeName volume, String path);

    /** Have something run that is not of the app and holds what the app finds under a volume. */
    void hold(VolumeName volume, boolean writes);

    /** Let what {@link #hold} began end. */
    void letGo();

    @Override
    void close();
}
