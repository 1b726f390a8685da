package dev.kompox.cli.snapshot;

import dev.kompox.cli.command.Command;
import org.jspecify.annotations.Nullable;

/** Find the commands for restore points. */
public final class SnapshotCommands {

    private SnapshotCommands() {}

    /** Make the command of a verb, or return null if there is none. */
    public static @Nullable Command find(String verb) {
        return switch (verb) {
            case "list", "ls" -> new ListSnapshots();
            case "create" -> new CreateSnapshot();
            case "show" -> new ShowSnapshot();
            case "delete", "rm" -> new DeleteSnapshots();
            case "restore" -> new Restore();
            default -> null;
        };
    }
}
