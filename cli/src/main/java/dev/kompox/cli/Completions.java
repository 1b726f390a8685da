package dev.kompox.cli;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Globals;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.complete.LiveNames;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Find what may be typed next: commands, options, and the app's own names. */
final class Completions {

    private Completions() {}

    static List<String> of(Invocation call, List<String> typed) {
        List<String> words = typed.isEmpty() ? List.of("") : typed;
        String last = words.getLast();
        CommandLineWords cut = CommandLineWords.of(words.subList(0, words.size() - 1));
        List<String> found = new ArrayList<>();
        for (String each : candidates(call, cut, words, last)) {
            if (each.startsWith(last)) {
                found.add(each);
            }
        }
        return found;
    }

    private static List<String> candidates(
            Invocation call, CommandLineWords cut, List<String> words, String last) {
        String before = words.size() < 2 ? "" : words.get(words.size() - 2);
        if (cut.words().isEmpty()) {
            OptionSpec global = Globals.describe().spec().findOption(before);
            if (global != null && global.arity().max() > 0) {
                return values(call, global);
            }
            return last.startsWith("-") ? options(Globals.describe().spec()) : Catalogue.names();
        }
        if (cut.words().size() == 1 && Catalogue.isGroup(cut.words().getFirst())) {
            return Catalogue.verbs(cut.words().getFirst());
        }
        if (cut.words().getFirst().equals("help")) {
            return Catalogue.names();
        }
        Command command = Catalogue.find(cut.words());
        if (command == null) {
            return List.of();
        }
        CommandSpec spec = Globals.sharedWith(command.syntax()).spec();
        if (last.startsWith("-")) {
            return options(spec);
        }
        OptionSpec option = spec.findOption(before);
        if (option != null && option.arity().max() > 0) {
            return values(call, option);
        }
        List<String> names = new ArrayList<>();
        for (PositionalParamSpec word : spec.positionalParameters()) {
            names.addAll(LiveNames.of(call, word.paramLabel()));
        }
        return names;
    }

    private static List<String> values(Invocation call, OptionSpec option) {
        List<String> values = new ArrayList<>();
        if (option.completionCandidates() != null) {
            option.completionCandidates().forEach(values::add);
        }
        values.addAll(LiveNames.of(call, option.paramLabel()));
        return values;
    }

    private static List<String> options(CommandSpec spec) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                names.add(option.longestName());
            }
        }
        return names;
    }
}
