package dev.kompox.cli.command;

import dev.kompox.cli.output.Words;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.operations.step.Place;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The place where an app lives.
 *
 * @param place the app there
 * @param sent what was read at the last place that sent us on; null if it lives where we began
 */
record Home(Place place, @Nullable OwnershipRecord sent) {

    /**
     * Find it. A place that an app has left says where it went, and so on, each later than the one
     * before: a place that says what is older than what sent us there does not know better.
     *
     * @param begin where to begin
     * @param open opens the app at another place
     */
    static Home find(Place begin, Function<Location, Place> open) {
        Home home = new Home(begin, null);
        while (true) {
            OwnershipRecord says = home.read();
            if (says == null || says.place().equals(home.place.location())) {
                return home;
            }
            if (home.sent != null && says.epoch() <= home.sent.epoch()) {
                return home;
            }
            home = new Home(open.apply(says.place()), says);
        }
    }

    private @Nullable OwnershipRecord read() {
        try {
            return place.driver()
                    .records()
                    .flatMap(records -> records.read(place.app()))
                    .map(Versioned::value)
                    .orElse(null);
        } catch (DriverException e) {
            if (sent == null || e.category() instanceof Category.Interrupted) {
                throw e;
            }
            throw unreachable(
                    place.workload().project().name(),
                    sent.place(),
                    e.category(),
                    e.sentence(),
                    e.remedy());
        }
    }

    /** Say that the app lives elsewhere, if it does. */
    Optional<String> elsewhere(String app, ZoneId zone) {
        return sent == null
                ? Optional.empty()
                : Optional.of(
                        app
                                + " lives on "
                                + sent.place()
                                + " since "
                                + Words.time(sent.since(), zone));
    }

    /** Make the failure for a home that cannot be opened. */
    static DriverException unreachable(
            String app, Location where, Category category, String why, @Nullable String remedy) {
        String form = where.provider() + ":CONTEXT";
        return new DriverException(
                category,
                app + " lives on " + where + ", which cannot be reached from here: " + why,
                (remedy == null ? "" : remedy + "\n")
                        + "If that place has another name here: kompox --on "
                        + form
                        + " COMMAND");
    }
}
