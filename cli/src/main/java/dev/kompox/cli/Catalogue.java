package dev.kompox.cli;

import dev.kompox.cli.about.AboutCommands;
import dev.kompox.cli.app.AppCommands;
import dev.kompox.cli.cluster.ClusterCommands;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.complete.CompleteCommand;
import dev.kompox.cli.disk.DiskCommands;
import dev.kompox.cli.operation.OperationCommands;
import dev.kompox.cli.snapshot.SnapshotCommands;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Find commands by name; only the one that is named is made. */
public final class Catalogue {

    private static final String[] APP = {
        "up", "down", "start", "stop", "restart", "ps", "status", "logs", "exec", "cp", "tunnel",
        "config", "plan", "convert", "init", "restore", "move"
    };
    private static final String[] ABOUT = {"doctor", "explain", "completion", "version"};
    private static final String[] GROUPS = {
        "disk", "snapshot", "operation", "cluster", "driver", "app"
    };

    private Catalogue() {}

    /** Find a command by its words, or null. */
    public static @Nullable Command find(List<String> words) {
        String verb = words.size() > 1 ? words.get(1) : "";
        return switch (words.getFirst()) {
            case "disk" -> DiskCommands.find(verb);
            case "snapshot" -> SnapshotCommands.find(verb);
            case "operation" -> OperationCommands.find(verb);
            case "cluster" -> ClusterCommands.find(verb);
            case "driver" -> AboutCommands.driver(verb);
            case "app" -> alias(verb);
            case "restore" -> SnapshotCommands.find("restore");
            case "doctor", "explain", "completion", "version" ->
                    AboutCommands.find(words.getFirst());
            case "__complete" -> new CompleteCommand(Completions::of);
            default -> AppCommands.find(words.getFirst());
        };
    }

    /** Tell whether a word begins a command of two words. */
    public static boolean isGroup(String word) {
        return switch (word) {
            case "disk", "snapshot", "operation", "cluster", "driver", "app" -> true;
            default -> false;
        };
    }

    /** Return the second words of a group. */
    public static List<String> verbs(String group) {
        return switch (group) {
            case "disk" ->
                    List.of("list", "create", "clone", "assign", "delete", "undelete", "expire");
            case "snapshot" -> List.of("list", "create", "show", "delete");
            case "operation" ->
                    List.of("list", "show", "resume", "rollback", "rebuild", "unlock", "clean");
            case "cluster" -> List.of("list", "status", "kubeconfig", "load");
            case "driver" -> List.of("list", "show");
            case "app" ->
                    List.of(
                            "deploy",
                            "destroy",
                            "status",
                            "logs",
                            "exec",
                            "tunnel",
                            "port-forward",
                            "validate");
            default -> List.of();
        };
    }

    /** Return all first words, in the order of help. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(APP));
        names.addAll(List.of(GROUPS));
        names.addAll(List.of(ABOUT));
        names.add("help");
        return names;
    }

    /** Return all commands as their words, aliases left out, in the order of help. */
    public static List<List<String>> all() {
        List<List<String>> all = new ArrayList<>();
        for (String name : names()) {
            if (!isGroup(name) && !name.equals("help")) {
                all.add(List.of(name));
            } else if (!name.equals("app")) {
                verbs(name).forEach(verb -> all.add(List.of(name, verb)));
            }
        }
        return all;
    }

    /** The forms of the Go edition of Kompox. */
    private static @Nullable Command alias(String verb) {
        return switch (verb) {
            case "deploy" -> AppCommands.find("up");
            case "destroy" -> AppCommands.find("down");
            case "port-forward" -> AppCommands.find("tunnel");
            case "validate" -> AppCommands.validate();
            case "status", "logs", "exec", "tunnel" -> AppCommands.find(verb);
            default -> null;
        };
    }
}
