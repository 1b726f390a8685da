package dev.kompox.cli.about;

import dev.kompox.cli.command.Command;
import org.jspecify.annotations.Nullable;

/** Find the commands about Kompox itself and its surroundings. */
public final class AboutCommands {

    private AboutCommands() {}

    /** Make the command of a name, or return null if there is none. */
    public static @Nullable Command find(String name) {
        return switch (name) {
            case "doctor" -> new Doctor();
            case "explain" -> new Explain();
            case "completion" -> new Completion();
            case "version" -> new VersionCommand();
            default -> null;
        };
    }

    /** Make the command of a verb of {@code driver}, or return null if there is none. */
    public static @Nullable Command driver(String verb) {
        return switch (verb) {
            case "list", "ls" -> new ListDrivers();
            case "show" -> new ShowDriver();
            default -> null;
        };
    }
}
