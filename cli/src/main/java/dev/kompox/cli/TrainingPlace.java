package dev.kompox.cli;

import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Places;
import dev.kompox.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** A directory in which commands run whose answers are thrown away; closing removes it. */
final class TrainingPlace implements AutoCloseable {

    private final Terminal terminal;
    private final Places places;
    private final Path directory;
    private final SequencedMap<String, String> environment;

    /** Run commands in a directory, on no cluster. */
    TrainingPlace(Terminal terminal, Places places, Path directory) {
        this.terminal = terminal;
        this.places = places;
        this.directory = directory;
        this.environment = new LinkedHashMap<>(terminal.environment());
        environment.put("KUBECONFIG", "");
        environment.put("XDG_STATE_HOME", directory.toString());
    }

    /** Run on a cluster from now on. */
    void reach(TrainingCluster cluster) throws IOException {
        environment.put("KUBECONFIG", cluster.kubeconfig(directory).toString());
    }

    /** Run a command; return its exit code. */
    int run(List<String> command) {
        return run(command, new ByteArrayOutputStream());
    }

    /** Run a command, and say so if it fails; return its exit code. */
    int succeed(List<String> command) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int exit = run(command, answer);
        if (exit != Exit.OK) {
            terminal.err().println(String.join(" ", command) + ": exit " + exit);
            terminal.err().print(answer.toString(StandardCharsets.UTF_8));
        }
        return exit;
    }

    private int run(List<String> command, ByteArrayOutputStream answer) {
        PrintStream out = new PrintStream(answer, true, StandardCharsets.UTF_8);
        Terminal silent =
                new Terminal(
                        terminal.in(),
                        out,
                        out,
                        new Terminal.Kinds(false, false, false),
                        environment,
                        directory,
                        terminal.zone());
        return new Kompox(silent, places).run(command.toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
