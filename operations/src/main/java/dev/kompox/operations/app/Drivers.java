package dev.kompox.operations.app;

import dev.kompox.driver.DriverProvider;
import dev.kompox.operations.engine.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Find drivers by name. */
public final class Drivers {

    private Drivers() {}

    /**
     * Return a driver's provider.
     *
     * @throws Refusal if no driver has that name
     */
    public static DriverProvider named(String name) {
        List<DriverProvider> all = all();
        for (DriverProvider provider : all) {
            if (provider.name().equals(name)) {
                return provider;
            }
        }
        throw new Refusal("there is no driver \"" + name + "\"", "kompox driver list");
    }

    /** Return all providers, by name. */
    public static List<DriverProvider> all() {
        List<DriverProvider> all = new ArrayList<>();
        ServiceLoader.load(DriverProvider.class).forEach(all::add);
        all.sort(Comparator.comparing(DriverProvider::name));
        return all;
    }
}
