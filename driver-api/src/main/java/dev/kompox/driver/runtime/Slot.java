package dev.kompox.driver.runtime;

import java.nio.file.Path;

/** Say where the running app finds a volume's assigned disk. */
public sealed interface Slot {

    /**
     * A volume of the engine.
     *
     * @param name the engine's name of it, e.g. {@code shop_db}
     * @param external whether the Compose file declares it external: never created or removed on
     *     the app's behalf
     */
    record EngineVolume(String name, boolean external) implements Slot {}

    /**
     * A directory of the machine, bind-mounted.
     *
     * @param path absolute
     */
    record Directory(Path path) implements Slot {
        /** Refuses a relative path. */
        public Directory {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("a slot's directory is absolute: " + path);
            }
        }
    }

    /** Whatever the driver derives from the app and the volume. */
    record Derived() implements Slot {}
}
