package dev.kompox.cli.command;

import dev.kompox.cli.output.Format;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command understands, before its name or after. */
public final class Globals {

    private final List<Arguments> given;

    /**
     * Read them from what was typed before and after the command's name.
     *
     * @param given what was typed, outermost first; the innermost wins
     */
    Globals(List<Arguments> given) {
        this.given = List.copyOf(given);
    }

    /** Describe them. */
    static Syntax syntax() {
        return new Syntax("kompox", "Run stateful Compose apps and own their disks.")
                .values("-f --file", "FILE", "Compose file; several are merged in order")
                .value("-p --project-name", "NAME", "name of the app")
                .values("--env-file", "FILE", "file of variables instead of .env")
                .values("--profile", "NAME", "enable a profile")
                .value("--project-directory", "DIR", "directory that relative paths start from")
                .value("-C --chdir", "DIR", "work in this directory")
                .value("--context", "NAME", "Docker context to use")
                .value("--on", "PLACE", "local, docker:NAME, kube:NAME, or a cluster")
                .value("--kompox-dir", "DIR", "directory of Kompox's own files")
                .value("--kom-app", "FILE", "App document instead of ./kompoxapp.yml")
                .choice("-o --output", "form of the answer", "table", "json", "yaml", "name")
                .choice("--events", "form of the story on stderr", "plain", "jsonl")
                .choice("--progress", "how progress is shown", "auto", "plain", "quiet")
                .flag("-y --yes", "do not ask")
                .flag("--ask", "ask before any change")
                .flag("--dry-run", "show the plan and change nothing")
                .flag("--no-color", "no colours")
                .flag("-h --help", "show help");
    }

    /** Describe them for help and completion. */
    public static Syntax describe() {
        return syntax();
    }

    /** Return a command's description with those of them that it understands. */
    public static Syntax sharedWith(Syntax syntax) {
        shareWith(syntax);
        return syntax;
    }

    /** Let a command understand them too, except where it uses a name for something else. */
    static void shareWith(Syntax syntax) {
        for (OptionSpec option : syntax().spec().options()) {
            syntax.share(option);
        }
    }

    /** Return the Compose files. */
    public List<String> files() {
        return all("--file");
    }

    /** Return the environment files. */
    public List<String> envFiles() {
        return all("--env-file");
    }

    /** Return the profiles. */
    public List<String> profiles() {
        return all("--profile");
    }

    /** Return the project's name, or null. */
    public @Nullable String projectName() {
        return last("--project-name");
    }

    /** Return the project directory, or null. */
    public @Nullable String projectDirectory() {
        return last("--project-directory");
    }

    /** Return the directory to work in, or null. */
    public @Nullable String chdir() {
        return last("--chdir");
    }

    /** Return the Docker context, or null. */
    public @Nullable String context() {
        return last("--context");
    }

    /** Return what names the place to work at, or null for the Docker Engine in use. */
    public @Nullable String on() {
        String on = last("--on");
        if (on != null && context() != null) {
            throw new UsageException(
                    "--on and --context both say where to work", "", "Give one of them");
        }
        return on;
    }

    /** Return the directory of Kompox's own files, or null. */
    public @Nullable String kompoxDir() {
        return last("--kompox-dir");
    }

    /** Return the App document, or null. */
    public @Nullable String komApp() {
        return last("--kom-app");
    }

    /** Return the form of the answer. */
    public Format format() {
        String format = last("--output");
        if (format == null) {
            return Format.TABLE;
        }
        return switch (format) {
            case "table" -> Format.TABLE;
            case "json" -> Format.JSON;
            case "yaml" -> Format.YAML;
            case "name" -> Format.NAME;
            default -> throw wrong("--output", format, "table, json, yaml or name");
        };
    }

    /** Tell whether the story is told as JSON lines. */
    public boolean jsonEvents() {
        String events = last("--events");
        if (events != null && !events.equals("jsonl") && !events.equals("plain")) {
            throw wrong("--events", events, "plain or jsonl");
        }
        return "jsonl".equals(events);
    }

    /** Tell how progress is shown: {@code auto}, {@code plain} or {@code quiet}. */
    public String progress() {
        String progress = last("--progress");
        if (progress == null) {
            return "plain".equals(last("--events")) ? "plain" : "auto";
        }
        return switch (progress) {
            case "auto", "plain", "quiet" -> progress;
            default -> throw wrong("--progress", progress, "auto, plain or quiet");
        };
    }

    /** Tell whether nothing is asked. */
    public boolean yes() {
        return any("--yes");
    }

    /** Tell whether everything is asked. */
    public boolean ask() {
        return any("--ask");
    }

    /** Tell whether nothing is changed. */
    public boolean dryRun() {
        return any("--dry-run");
    }

    /** Tell whether colours are wanted. */
    public boolean colour() {
        return !any("--no-color");
    }

    /** Tell whether help is wanted. */
    public boolean help() {
        return any("--help");
    }

    private List<String> all(String name) {
        List<String> values = new ArrayList<>();
        given.forEach(arguments -> values.addAll(arguments.global(name)));
        return values;
    }

    private @Nullable String last(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.getLast();
    }

    private boolean any(String name) {
        return given.stream().anyMatch(arguments -> arguments.globalFlag(name));
    }

    private static UsageException wrong(String option, String value, String choices) {
        return new UsageException(
                option + " is " + choices + ", not \"" + value + "\"", "", "kompox help");
    }
}
