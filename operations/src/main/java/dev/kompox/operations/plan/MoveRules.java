package dev.kompox.operations.plan;

import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.operations.engine.Refusal;

/** Refuse moves that must not be planned. */
final class MoveRules {

    private MoveRules() {}

    static void check(MoveObservation seen) {
        Observation from = seen.source();
        Observation to = seen.target();
        String name = Rules.name(from);
        if (seen.samePlace()) {
            throw new Refusal(
                    name + " is on " + to.location() + " already, which is the same place",
                    "kompox status");
        }
        Rules.livesHere(from);
        if (from.state().instances().isEmpty() && from.volumesWithDisk().isEmpty()) {
            throw new Refusal(
                    "there is nothing of " + name + " on " + from.location() + " to move",
                    "kompox up");
        }
        Rules.onlyOwnWriters(from, from.volumesWithDisk());
        directories(seen);
        owner(seen);
        if (to.state().anyAlive()) {
            throw new Refusal(
                    name + " runs on " + to.location() + " too; a move would end it there",
                    "Look at it first, then stop it: kompox --on " + to.location() + " stop");
        }
        if (!seen.unfit().isEmpty()) {
            throw new Refusal(
                    name + " cannot move to " + to.location() + ": " + seen.unfit(),
                    "Choose a place with machines of the same architecture");
        }
        if (!seen.obstacles().isEmpty()) {
            throw new Refusal(
                    name
                            + " cannot start on "
                            + to.location()
                            + ": "
                            + String.join("; ", seen.obstacles()),
                    "Make way for it there, then move again");
        }
    }

    /** Data in a directory of one machine is not found under the same path of another. */
    private static void directories(MoveObservation seen) {
        seen.source()
                .workload()
                .slots()
                .forEach((volume, slot) -> {
                    boolean machine =
                            seen.source().isDirectory(volume) || seen.target().isDirectory(volume);
                    if (machine && slot instanceof Slot.Directory(var path)) {
                        throw new Refusal(
                                "the app writes to "
                                        + path
                                        + ", a directory of this machine; only named volumes move",
                                "Make it a named volume of the Compose file, and copy its content"
                                        + " there: kompox cp");
                    }
                });
    }

    private static void owner(MoveObservation seen) {
        OwnershipRecord there = seen.target().owner();
        OwnershipRecord here = seen.source().owner();
        if (there == null) {
            return;
        }
        long epoch = here == null ? 1 : here.epoch();
        boolean claims = there.place().equals(seen.target().location());
        if (there.epoch() > epoch || (claims && there.epoch() == epoch && here != null)) {
            throw new Refusal(
                    seen.target().location()
                            + " says that "
                            + Rules.name(seen.source())
                            + " lives on "
                            + there.place()
                            + " since "
                            + there.since()
                            + " (epoch "
                            + there.epoch()
                            + "), and "
                            + seen.source().location()
                            + " that it lives there (epoch "
                            + epoch
                            + ")",
                    "See which of the two is right: kompox --on "
                            + seen.target().location()
                            + " status");
        }
        if (claims && here == null) {
            throw new Refusal(
                    "another "
                            + Rules.name(seen.source())
                            + " lives on "
                            + seen.target().location()
                            + " since "
                            + there.since(),
                    "Give this one another name with --project-name, or move to another place");
        }
    }
}
