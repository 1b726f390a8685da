package dev.kompox.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Compose project in a directory of its own on the real engine; closing it removes every trace.
 */
final class App implements AutoCloseable {

    final String project;
    final Path directory;
    final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Process> started = new ArrayList<>();

    private App(String project, Path directory) {
        this.project = project;
        this.directory = directory;
        environment.put("XDG_STATE_HOME", directory.resolveSibling(project + "-state").toString());
        environment.put("NO_COLOR", "1");
    }

    /** Make a project below {@code parent}; skips the test where no engine answers. */
    static App in(Path parent, String name, String compose) {
        return in(parent, name, compose, Map.of());
    }

    /** The same with variables that every program is given. */
    static App in(Path parent, String name, String compose, Map<String, String> environment) {
        assumeTrue(
                "1".equals(System.getenv("KOMPOX_TEST_DOCKER")),
                "no Docker Engine with Compose 2.20 or newer answers");
        try {
            String project = "kompoxtest" + name;
            Path directory = Files.createDirectories(parent.resolve(project));
            Files.writeString(directory.resolve("compose.yaml"), compose);
            App app = new App(project, directory);
            app.environment.putAll(environment);
            app.sweep();
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the image that a variable of the test run names. */
    static String image(String variable, String otherwise) {
        String image = System.getenv(variable);
        return image == null ? otherwise : image;
    }

    /** Run {@code kompox} in the project's directory. */
    Result kompox(String... arguments) {
        List<String> command = new ArrayList<>(Program.installed());
        command.addAll(List.of(arguments));
        return Shell.run(directory, environment, command);
    }

    /** Run {@code kompox} for a place, {@code --on} it. */
    Result kompoxAt(Side side, String... arguments) {
        return kompox(
                Stream.concat(Stream.of("--on", side.place()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /** Start {@code kompox}, its words into a file; it ends when this is closed at the latest. */
    Process begin(Path out, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(Program.installed());
        command.addAll(List.of(arguments));
        return start(command, out);
    }

    /** Run any program in the project's directory. */
    Result run(String... command) {
        return Shell.run(directory, environment, List.of(command));
    }

    /** Run plain {@code docker compose} on the project, as somebody without Kompox would. */
    Result compose(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(List.of(arguments));
        return Shell.run(directory, environment, command);
    }

    /** Run a shell command in a helper container with volumes mounted at {@code /NAME}, as root. */
    Result inside(List<String> volumes, String script) {
        List<String> command =
                new ArrayList<>(List.of("docker", "run", "--rm", "--network", "none"));
        command.addAll(List.of("--label", "kompox.dev/test=1"));
        for (String volume : volumes) {
            command.addAll(List.of("-v", volume + ":/" + volume));
        }
        command.addAll(
                List.of(
                        "--entrypoint",
                        "/bin/bash",
                        image("KOMPOX_TEST_HELPER_IMAGE", "kompox/helper:0.1.0")));
        command.addAll(List.of("-c", script));
        return Shell.run(directory, environment, command);
    }

    /** Return the names of all volumes whose name or labels belong to the project. */
    List<String> volumes() {
        return run("docker", "volume", "ls", "-q")
                .ok()
                .out()
                .lines()
                .filter(name -> name.contains(project))
                .sorted()
                .toList();
    }

    /** Start a shell script that ends when this is closed at the latest. */
    Process background(String script, Path out) throws IOException {
        return start(List.of("bash", "-c", script), out);
    }

    /** Start a program that ends when this is closed at the latest. */
    Process start(List<String> command, Path out) throws IOException {
        Process process = Shell.start(directory, environment, command, out, out);
        started.add(process);
        return process;
    }

    /** End a script and everything that it started. */
    static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    @Override
    public void close() {
        started.forEach(App::end);
        sweep();
    }

    private void sweep() {
        compose("down", "-v", "--remove-orphans", "-t", "2");
        run("bash", "-c", "docker ps -aq --filter name=" + project + " | xargs -r docker rm -f");
        run(
                "bash",
                "-c",
                "for volume in $(docker volume ls -q | grep "
                        + project
                        + "); do docker ps -aq --filter volume=$volume | xargs -r docker rm -f;"
                        + " docker volume rm -f $volume; done");
        run(
                "bash",
                "-c",
                "docker volume ls -q --filter label=kompox.dev/app"
                        + " | xargs -r docker volume inspect -f '{{.Name}} {{index .Labels \"kompox.dev/app\"}}'"
                        + " | grep '/app/"
                        + project
                        + "$' | cut -d' ' -f1 | xargs -r docker volume rm -f");
    }
}
