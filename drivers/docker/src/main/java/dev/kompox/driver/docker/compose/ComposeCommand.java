package dev.kompox.driver.docker.compose;

import dev.kompox.compose.model.Project;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.docker.context.DockerContext;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Run the user's own {@code docker compose}, telling it exactly which project is meant: its files,
 * name, environment files, profiles and directory. Values of variables reach it through its
 * environment, never as arguments.
 */
public final class ComposeCommand {

    private static final int KEPT_LINES = 40;

    /** Ctrl-C at a terminal reaches compose too; it ends with this code then. */
    private static final int INTERRUPTED = 130;

    private final DockerContext context;
    private final Map<String, String> environment;

    /** Run in an environment, on the engine of a context. */
    public ComposeCommand(DockerContext context, Map<String, String> environment) {
        this.context = context;
        this.environment = environment;
    }

    /**
     * Hold what a run printed.
     *
     * @param code the exit code
     * @param out standard output
     * @param lastLines the last lines of standard error
     */
    public record Ended(int code, String out, List<String> lastLines) {}

    /** Run a command of compose on a project, hearing each line of its story as it comes. */
    public Ended run(Project project, List<String> words, Consumer<String> story, Duration limit) {
        List<String> lines = new ArrayList<>();
        Process process = start(project, words, false);
        try (InputStream out = process.getInputStream();
                InputStream err = process.getErrorStream()) {
            process.getOutputStream().close();
            Thread reader =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() ->
                                    lines(
                                            err,
                                            line -> {
                                                synchronized (lines) {
                                                    lines.add(line);
                                                    if (lines.size() > KEPT_LINES) {
                                                        lines.removeFirst();
                                                    }
                                                }
                                                story.accept(line);
                                            }));
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS)) {
                throw new DriverException(
                        new Category.Transient(),
                        "docker compose " + words.getFirst() + " did not end in time",
                        "kompox ps");
            }
            reader.join();
            if (process.exitValue() == INTERRUPTED) {
                throw new DriverException(
                        new Category.Interrupted(),
                        "docker compose " + words.getFirst() + " was interrupted",
                        null,
                        null,
                        null);
            }
            return new Ended(process.exitValue(), text, List.copyOf(lines));
        } catch (IOException e) {
            throw new DriverException(
                    new Category.Transient(),
                    "docker compose broke off: " + e.getMessage(),
                    "kompox doctor",
                    null,
                    e);
        } catch (InterruptedException e) {
            throw DriverException.interrupted("docker compose " + words.getFirst() + " ran", e);
        } finally {
            process.destroy();
        }
    }

    /** Run a command of compose with streams of the caller's, and return its exit code. */
    public int run(Project project, List<String> words, Streams streams) {
        Process process = start(project, words, streams instanceof Streams.Inherited);
        try {
            if (streams
                    instanceof Streams.Piped(InputStream in, OutputStream out, OutputStream err)) {
                Thread errors =
                        Thread.ofPlatform()
                                .daemon()
                                .start(() -> copy(process.getErrorStream(), err));
                Thread input =
                        Thread.ofPlatform()
                                .daemon()
                                .start(() -> copyAndClose(in, process.getOutputStream()));
                copy(process.getInputStream(), out);
                errors.join();
                input.interrupt();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            throw DriverException.interrupted("docker compose " + words.getFirst() + " ran", e);
        } finally {
            process.destroy();
        }
    }

    /**
     * Refuse if the plugin is missing or too old: asked when a run failed, for that explains it.
     *
     * @throws DriverException {@code Invalid} saying so
     */
    void expectUsable() {
        Process process = start(List.of("version", "--short"), null, false);
        try (InputStream out = process.getInputStream()) {
            String version = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean there = process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
            String complaint =
                    there
                            ? ComposeVersion.complaint(version)
                            : "the docker command has no compose plugin that works";
            if (complaint != null) {
                throw new DriverException(
                        new Category.Invalid(), complaint, ComposeVersion.INSTALL);
            }
        } catch (IOException e) {
            // the failure that led here is told instead
        } catch (InterruptedException e) {
            throw DriverException.interrupted("docker compose version ran", e);
        } finally {
            process.destroy();
        }
    }

    private Process start(Project project, List<String> words, boolean inherit) {
        List<String> all = arguments(project);
        all.addAll(words);
        return start(all, project.workingDirectory(), inherit);
    }

    private Process start(List<String> words, @Nullable Path directory, boolean inherit) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(context.arguments());
        command.add("compose");
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        if (directory != null) {
            builder.directory(directory.toFile());
        }
        builder.environment().clear();
        builder.environment().putAll(environment);
        // what the arguments say must not be said a second time, differently
        List.of("COMPOSE_FILE", "COMPOSE_PROFILES", "COMPOSE_PROJECT_NAME", "COMPOSE_ENV_FILES")
                .forEach(builder.environment()::remove);
        if (inherit) {
            builder.inheritIO();
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new DriverException(
                    new Category.NotFound(),
                    "there is no docker command on the PATH, and Compose is part of it",
                    "Install it, or mend PATH: https://docs.docker.com/engine/install/",
                    null,
                    e);
        }
    }

    private static List<String> arguments(Project project) {
        List<String> arguments = new ArrayList<>(List.of("--ansi", "never", "-p", project.name()));
        arguments.addAll(List.of("--project-directory", project.workingDirectory().toString()));
        for (Path file : project.files()) {
            arguments.addAll(List.of("-f", file.toString()));
        }
        for (Path file : project.envFiles()) {
            arguments.addAll(List.of("--env-file", file.toString()));
        }
        for (String profile : project.profiles()) {
            arguments.addAll(List.of("--profile", profile));
        }
        return arguments;
    }

    private static void lines(InputStream in, Consumer<String> each) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                each.accept(line);
            }
        } catch (IOException e) {
            // the process has ended; its exit code tells
        }
    }

    private static void copy(InputStream in, OutputStream out) {
        try {
            byte[] buffer = new byte[16 * 1024];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // one side has gone; the process's exit code tells
        }
    }

    private static void copyAndClose(InputStream in, OutputStream out) {
        try (out) {
            copy(in, out);
        } catch (IOException e) {
            // the process has ended
        }
    }
}
