package dev.kompox.cli.about;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Words;
import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Show what a driver can do here. */
final class ShowDriver implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("driver show", "Show what a driver can do here.")
                .example("kompox driver show docker", "of the local Docker Engine")
                .positional("DRIVER", 1, 1, "its name");
    }

    @Override
    public int run(Invocation call) {
        String name = call.arguments().required(0);
        try (Driver driver =
                call.session().places().named(name).open(call.session().settings(List.of()))) {
            return call.answer(answer(driver, call.width()));
        }
    }

    private static Answer answer(Driver driver, int width) {
        Capabilities can = driver.capabilities();
        SequencedMap<String, @Nullable Object> abilities =
                Answer.document(
                        "disks", has(driver.disks()),
                        "snapshots", has(driver.snapshots()),
                        "runtime", has(driver.runtime()),
                        "freeze", can.freeze(),
                        "groupedSnapshots", can.groupedSnapshots(),
                        "snapshotsUsable", Words.word(can.snapshotsUsable()),
                        "instantCopies", can.instantCopies(),
                        "instantAssign", can.instantAssign(),
                        "resize", can.resize());
        Table table = Table.plain();
        abilities.forEach((what, value) -> table.row("  " + spaced(what), yes(value)));
        List<Object> facts = new ArrayList<>();
        for (Fact fact : driver.facts()) {
            table.row("  " + fact.name(), fact.value());
            facts.add(Answer.document("name", fact.name(), "value", fact.value()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(driver.name() + " at " + driver.location());
        lines.addAll(table.lines(width));
        return new Answer(
                lines,
                Answer.document(
                        "name",
                        driver.name(),
                        "place",
                        driver.location().toString(),
                        "capabilities",
                        abilities,
                        "facts",
                        facts),
                List.of(driver.name()));
    }

    private static boolean has(Optional<?> facet) {
        return facet.isPresent();
    }

    private static String yes(@Nullable Object value) {
        return value instanceof Boolean bool ? bool ? "yes" : "no" : String.valueOf(value);
    }

    private static String spaced(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            text.append(upper ? " " : "").append(Character.toLowerCase(c));
        }
        return text.toString();
    }
}
