package dev.kompox.cli.command;

import dev.kompox.driver.DriverProvider;
import dev.kompox.operations.app.Drivers;
import java.util.List;

/** Find the drivers that places are reached through. */
public interface Places {

    /** Return a driver's provider by name. */
    DriverProvider named(String name);

    /** Return all providers, by name. */
    List<DriverProvider> all();

    /** Return the drivers that are installed. */
    static Places installed() {
        return new Installed();
    }

    /** The drivers on the class path. */
    final class Installed implements Places {

        private Installed() {}

        @Override
        public DriverProvider named(String name) {
            return Drivers.named(name);
        }

        @Override
        public List<DriverProvider> all() {
            return Drivers.all();
        }
    }
}
