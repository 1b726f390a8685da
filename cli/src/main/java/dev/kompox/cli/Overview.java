package dev.kompox.cli;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.output.Table;
import java.util.ArrayList;
import java.util.List;

/** Write the overview of all commands, the commonest uses first. */
final class Overview {

    private Overview() {}

    static List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        lines.add("Run a stateful Compose app as it is, and own its disks for life.");
        lines.add("");
        Table uses = Table.plain();
        uses.row("  kompox up", "start the app of this directory");
        uses.row("  kompox snapshot create", "keep all its disks as they are now");
        uses.row("  kompox restore NAME", "bring them back; --undo returns");
        lines.addAll(uses.lines(width));
        lines.add("");
        lines.add("Usage: kompox [OPTIONS] COMMAND");
        lines.add("");
        Table commands = Table.plain();
        for (List<String> words : Catalogue.all()) {
            row(commands, words);
        }
        lines.addAll(commands.lines(width));
        lines.add("");
        lines.add("More: kompox help COMMAND · kompox explain KEY · kompox help options");
        return lines;
    }

    static List<String> group(String group, int width) {
        List<String> lines = new ArrayList<>();
        lines.add("Usage: kompox " + group + " COMMAND");
        lines.add("");
        Table commands = Table.plain();
        for (String verb : Catalogue.verbs(group)) {
            row(commands, List.of(group, verb));
        }
        lines.addAll(commands.lines(width));
        lines.add("");
        lines.add("More: kompox help " + group + " " + Catalogue.verbs(group).getFirst());
        return lines;
    }

    private static void row(Table table, List<String> words) {
        Command command = Catalogue.find(words);
        if (command != null) {
            table.row("  " + String.join(" ", words), command.syntax().summary());
        }
    }
}
