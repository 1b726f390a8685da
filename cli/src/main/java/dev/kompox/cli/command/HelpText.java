package dev.kompox.cli.command;

import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Write the help of a command: its commonest uses first. */
public final class HelpText {

    private HelpText() {}

    /** Return how a command is written. */
    public static String synopsis(Syntax syntax) {
        StringBuilder text = new StringBuilder("kompox");
        if (!syntax.name().equals("kompox")) {
            text.append(' ').append(syntax.name());
        }
        text.append(" [OPTIONS]");
        for (PositionalParamSpec word : syntax.spec().positionalParameters()) {
            String label = word.paramLabel();
            boolean many = word.arity().max() > 1 && !label.contains(" ");
            String shown = label + (many ? "..." : "");
            text.append(' ').append(word.required() ? shown : "[" + shown + "]");
        }
        if (syntax.program() != null) {
            text.append(" [-- PROGRAM ARG...]");
        }
        return text.toString();
    }

    /** Return the lines of help. */
    public static List<String> lines(Syntax syntax, int width) {
        List<String> lines = new ArrayList<>();
        lines.add(syntax.summary());
        if (!syntax.examples().isEmpty()) {
            lines.add("");
            Table uses = Table.plain();
            syntax.examples().forEach(use -> uses.row("  " + use.command(), use.says()));
            lines.addAll(uses.lines(width));
        }
        lines.add("");
        lines.add("Usage: " + synopsis(syntax));
        for (PositionalParamSpec word : syntax.spec().positionalParameters()) {
            lines.addAll(
                    Width.wrap("  " + word.paramLabel() + ": " + word.description()[0], width));
        }
        if (syntax.program() != null) {
            lines.addAll(Width.wrap("  PROGRAM: " + syntax.program(), width));
        }
        options(lines, syntax, width);
        for (String note : syntax.notes()) {
            lines.add("");
            lines.addAll(Width.wrap(note, width));
        }
        return lines;
    }

    private static void options(List<String> lines, Syntax syntax, int width) {
        Map<String, OptionSpec> global = Globals.syntax().spec().optionsMap();
        Table own = Table.plain();
        int count = 0;
        for (OptionSpec option : syntax.spec().options()) {
            OptionSpec every = global.get(option.longestName());
            boolean shared =
                    every != null
                            && every.paramLabel().equals(option.paramLabel())
                            && !syntax.name().equals("kompox");
            if (!option.hidden() && !shared) {
                own.row("  " + names(option), option.description()[0]);
                count++;
            }
        }
        if (count > 0) {
            lines.add("");
            lines.add("Options:");
            lines.addAll(own.lines(width));
        }
    }

    /** Return an option's names and the label of its value. */
    public static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
        return (option.names()[0].startsWith("--") ? "    " : "") + names + value;
    }
}
