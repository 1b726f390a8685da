package dev.kompox.cli.command;

import dev.kompox.cli.terminal.Terminal;
import dev.kompox.operations.AppOperations.Who;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tell who works, without asking the network for the machine's name. */
final class Person {

    private Person() {}

    static Who here(Terminal terminal, long epoch) {
        return new Who(
                System.getProperty("user.name", "unknown"),
                host(terminal),
                "kompox " + Version.NUMBER,
                epoch);
    }

    private static String host(Terminal terminal) {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            String name = terminal.variable("HOSTNAME");
            return name.isEmpty() ? "localhost" : name;
        }
    }
}
