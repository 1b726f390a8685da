package dev.kompox.cli.app;

import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.operations.plan.Observation;
import java.util.Optional;

/** Say where an app lives to whoever works where it does not: more may have been meant. */
final class Elsewhere {

    private Elsewhere() {}

    /** Say where it lives, unless it lives here. */
    static Optional<String> lives(Observation seen) {
        OwnershipRecord owner = seen.owner();
        return owner == null || seen.livesHere()
                ? Optional.empty()
                : Optional.of("it lives on " + owner.place());
    }

    /** Say that nothing is to be done here. */
    static String nothingToDo(Observation seen) {
        return lives(seen)
                .map(where -> "Nothing to do here: " + where + ".")
                .orElse("Nothing to do.");
    }
}
