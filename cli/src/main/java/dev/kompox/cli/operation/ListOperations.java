package dev.kompox.cli.operation;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Words;
import dev.kompox.operations.engine.Replay;
import java.util.ArrayList;
import java.util.List;

/** List the operations of an app. */
final class ListOperations implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("operation list", "List the app's operations, newest first.")
                .example("kompox operation list", "what was done, and what is unfinished")
                .example("kompox operation list --unfinished", "what can go on")
                .flag("--unfinished", "only those that can go on");
    }

    @Override
    public int run(Invocation call) {
        boolean unfinished = call.arguments().flag("--unfinished");
        List<Replay> shown =
                Journaled.all(call).stream()
                        .filter(each -> !unfinished || each.ended().isEmpty())
                        .toList();
        Table table = new Table("ID", "BEGAN", "STATE", "BY", "WHAT");
        List<Object> documents = new ArrayList<>();
        for (Replay each : shown) {
            table.row(
                    each.header().operation().value(),
                    Words.time(each.header().at(), call.terminal().zone()),
                    Journaled.state(each),
                    each.header().by(),
                    each.plan().title());
            documents.add(Journaled.document(each));
        }
        List<String> lines =
                shown.isEmpty() ? List.of("No operations.") : table.lines(call.width());
        return call.answer(
                new Answer(
                        lines,
                        Answer.document("app", call.session().name(), "operations", documents),
                        shown.stream().map(each -> each.header().operation().value()).toList()));
    }
}
