package dev.kompox.driver;

import dev.kompox.driver.runtime.AppThere;
import java.util.List;

/** Tell which apps of Kompox a place has, whoever has brought them there. */
public interface Apps {

    /**
     * List them by name, those that have left something behind among them.
     *
     * @throws dev.kompox.driver.failure.DriverException {@code Denied} if this user may not see all
     */
    List<AppThere> list();
}
