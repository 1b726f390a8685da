package dev.kompox.cli.command;

import dev.kompox.compose.diagnose.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Understand what was typed, or say what is not understood and what was probably meant. */
public final class Parser {

    /**
     * Hold a command's own arguments and those that every command has.
     *
     * @param own its own
     * @param globals those of every command
     */
    public record Parsed(Arguments own, Globals globals) {}

    private Parser() {}

    /**
     * Parse.
     *
     * @param syntax what the command understands
     * @param before the options typed before the command's name
     * @param after what was typed after it
     * @throws UsageException if something is not understood
     */
    public static Parsed parse(Syntax syntax, List<String> before, List<String> after) {
        Set<String> own = Set.copyOf(syntax.spec().optionsMap().keySet());
        Globals.shareWith(syntax);
        List<Arguments> all = new ArrayList<>();
        if (!before.isEmpty()) {
            all.add(parse(Globals.syntax(), before, Set.of(), List.of()));
        }
        int dashes = syntax.program() == null ? -1 : after.indexOf("--");
        int end = dashes < 0 ? after.size() : dashes;
        List<String> program = after.subList(Math.min(end + 1, after.size()), after.size());
        if (dashes >= 0 && program.isEmpty()) {
            throw new UsageException(
                    "no program follows after --", HelpText.synopsis(syntax), help(syntax));
        }
        Arguments arguments = parse(syntax, after.subList(0, end), own, program);
        all.add(arguments);
        return new Parsed(arguments, new Globals(all));
    }

    private static Arguments parse(
            Syntax syntax, List<String> typed, Set<String> own, List<String> program) {
        boolean help = typed.contains("--help") || (typed.contains("-h") && !own.contains("-h"));
        if (help) {
            syntax.spec().positionalParameters().stream()
                    .filter(ArgSpec::required)
                    .toList()
                    .forEach(syntax.spec()::remove);
            syntax.spec().parser().unmatchedArgumentsAllowed(true);
        }
        try {
            CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
            return new Arguments(
                    new CommandLine(syntax.spec()).parseArgs(typed.toArray(String[]::new)),
                    own,
                    program);
        } catch (ParameterException e) {
            throw new UsageException(sentence(e, syntax), HelpText.synopsis(syntax), help(syntax));
        }
    }

    private static String sentence(ParameterException failure, Syntax syntax) {
        return switch (failure) {
            case UnmatchedArgumentException unmatched ->
                    unmatched(unmatched.getUnmatched().getFirst(), syntax);
            case MissingParameterException missing -> missing(missing, syntax);
            case OverwrittenOptionException twice ->
                    twice.getOverwritten() instanceof OptionSpec option
                            ? option.longestName() + " is given twice"
                            : syntax.name() + " takes fewer words";
            default -> "not understood: " + plain(failure);
        };
    }

    private static String unmatched(String typed, Syntax syntax) {
        if (!typed.startsWith("-") || typed.equals("-")) {
            return "\"" + typed + "\" is one word too many for " + syntax.name();
        }
        String name = typed.contains("=") ? typed.substring(0, typed.indexOf('=')) : typed;
        List<String> known = new ArrayList<>();
        for (OptionSpec option : syntax.spec().options()) {
            known.addAll(List.of(option.names()));
        }
        String near =
                name.startsWith("--")
                        ? Nearest.of(
                                name, known.stream().filter(each -> each.startsWith("--")).toList())
                        : null;
        return "unknown option \""
                + name
                + "\""
                + (near == null ? "" : "; did you mean \"" + near + "\"?");
    }

    private static String missing(MissingParameterException failure, Syntax syntax) {
        if (failure.getMissing().isEmpty()) {
            return plain(failure);
        }
        return switch (failure.getMissing().getFirst()) {
            case OptionSpec option ->
                    option.longestName() + " needs a value: " + option.paramLabel();
            case ArgSpec word -> syntax.name() + " needs " + word.paramLabel();
        };
    }

    private static String plain(ParameterException failure) {
        return String.valueOf(failure.getMessage());
    }

    private static String help(Syntax syntax) {
        return "kompox help " + (syntax.name().equals("kompox") ? "" : syntax.name());
    }
}
