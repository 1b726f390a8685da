package dev.kompox.cli;

import dev.kompox.cli.command.Places;
import dev.kompox.driver.DriverProvider;
import java.util.List;

/** Fail in a way that nobody foresaw. */
final class BrokenPlaces implements Places {

    @Override
    public DriverProvider named(String name) {
        throw new ArithmeticException("a defect");
    }

    @Override
    public List<DriverProvider> all() {
        return List.of();
    }
}
