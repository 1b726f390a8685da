package dev.kompox.cli.disk;

import dev.kompox.cli.command.Command;
import org.jspecify.annotations.Nullable;

/** Find the commands for disks. */
public final class DiskCommands {

    private DiskCommands() {}

    /** Make the command of a verb, or return null if there is none. */
    public static @Nullable Command find(String verb) {
        return switch (verb) {
            case "list", "ls" -> new ListDisks();
            case "create" -> new CreateDisk();
            case "clone" -> new CloneDisk();
            case "assign" -> new AssignDisk();
            case "delete", "rm" -> new DeleteDisk();
            case "undelete" -> new UndeleteDisk();
            case "expire" -> new ExpireDisks();
            default -> null;
        };
    }
}
