package dev.kompox.cli.app;

import dev.kompox.cli.command.Command;
import org.jspecify.annotations.Nullable;

/** Find the commands for an app. */
public final class AppCommands {

    private AppCommands() {}

    /** Make the command of a name, or return null if there is none. */
    public static @Nullable Command find(String name) {
        return switch (name) {
            case "up" -> new Up();
            case "down" -> new Down();
            case "start" -> new Run(Run.Verb.START);
            case "stop" -> new Run(Run.Verb.STOP);
            case "restart" -> new Run(Run.Verb.RESTART);
            case "ps" -> new Ps();
            case "status" -> new Status();
            case "logs" -> new Logs();
            case "exec" -> new Exec();
            case "cp" -> new Cp();
            case "tunnel" -> new OpenTunnels();
            case "config" -> new Config();
            case "convert" -> new Convert();
            case "plan" -> new Up(true);
            case "move" -> new Move();
            case "init" -> new Init();
            default -> null;
        };
    }

    /** Make the Go edition's {@code app validate}. */
    public static Command validate() {
        return new Validate();
    }
}
