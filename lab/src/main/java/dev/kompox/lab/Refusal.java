package dev.kompox.lab;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.util.List;

/** The failures that calls share. */
final class Refusal {

    private Refusal() {}

    static DriverException absent(String what) {
        return new DriverException(
                new Category.NotFound(), "there is no " + what, "kompox disk list");
    }

    static DriverException invalid(String sentence, String remedy) {
        return new DriverException(new Category.Invalid(), sentence, remedy);
    }

    static DriverException inUse(String what, List<String> holders) {
        return new DriverException(
                new Category.InUse(holders),
                what + " is in use by " + String.join(", ", holders),
                "kompox stop");
    }

    static DriverException conflict(String what, String wanted, String found) {
        return new DriverException(
                new Category.Conflict(wanted, found),
                what + " is there otherwise: wanted " + wanted + ", found " + found,
                "Choose another name, see: kompox disk list");
    }

    static DriverException late(String doing) {
        return new DriverException(
                new Category.Transient(), "the deadline passed while " + doing, "kompox status");
    }
}
