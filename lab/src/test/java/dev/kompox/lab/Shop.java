package dev.kompox.lab;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Progress;
import dev.kompox.driver.call.Token;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskSpec;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.manifest.id.AppId;
import java.time.Duration;

/** The names that the tests share. */
final class Shop {

    static final AppId APP = new AppId("local", "lab", "default", "shop");
    static final VolumeName DB = new VolumeName("db");

    private Shop() {}

    static DiskRef disk(String name) {
        return new DiskRef(APP, DB, new DiskName(name));
    }

    static DiskSpec blank(LabWorld world, String name) {
        return new DiskSpec(disk(name), null, world.location(), null, new Source.Blank());
    }

    static DiskSpec copy(LabWorld world, String from, String name) {
        Source source = new Source.OfDisk(disk(from));
        return new DiskSpec(disk(name), null, world.location(), null, source);
    }

    static Call call(LabWorld world, String operation) {
        return new Call(
                new Token(operation, "step"),
                world.time().now().plus(Duration.ofMinutes(10)),
                world.time(),
                Progress.none());
    }

    static Class<? extends Category> category(Runnable call) {
        try {
            call.run();
        } catch (DriverException e) {
            return e.category().getClass();
        }
        throw new AssertionError("the call succeeded");
    }
}
