package dev.kompox.cli.operation;

import dev.kompox.cli.command.Command;
import org.jspecify.annotations.Nullable;

/** Find the commands for operations. */
public final class OperationCommands {

    private OperationCommands() {}

    /** Make the command of a verb, or return null if there is none. */
    public static @Nullable Command find(String verb) {
        return switch (verb) {
            case "list", "ls" -> new ListOperations();
            case "show" -> new ShowOperation();
            case "resume" -> new GoOn(false);
            case "rollback" -> new GoOn(true);
            case "rebuild" -> new Rebuild();
            case "unlock" -> new Unlock();
            case "clean" -> new Clean();
            default -> null;
        };
    }
}
