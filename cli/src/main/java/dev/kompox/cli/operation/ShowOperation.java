package dev.kompox.cli.operation;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Words;
import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.PlannedStep;
import dev.kompox.operations.engine.Replay;
import dev.kompox.operations.engine.StepStatus;
import java.util.ArrayList;
import java.util.List;

/** Show one operation: how far each of its steps came. */
final class ShowOperation implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("operation show", "Show how far an operation came.")
                .example("kompox operation show rs-7k2pq", "its steps and how it ended")
                .positional("OPERATION", 1, 1, "its id");
    }

    @Override
    public int run(Invocation call) {
        OperationId id = Journaled.id(call.arguments().required(0));
        Replay replay = new Replay(call.session().journals().read(id).records());
        List<String> lines = new ArrayList<>();
        lines.add(id + ": " + replay.plan().title());
        lines.add(
                "  by "
                        + replay.header().by()
                        + ", "
                        + Words.time(replay.header().at(), call.terminal().zone())
                        + ", "
                        + Journaled.state(replay));
        Table table = Table.plain();
        List<Object> steps = new ArrayList<>();
        for (PlannedStep step : replay.plan().steps()) {
            String state = state(replay.status(step.id()));
            table.row("  " + state, step.title());
            steps.add(
                    Answer.document(
                            "id", step.id().value(), "title", step.title(), "state", state));
        }
        lines.addAll(table.lines(call.width()));
        if (replay.ended().isPresent()) {
            lines.add("  " + replay.ended().get().sentence());
        } else {
            lines.add("Go on:   kompox operation resume " + id);
            if (!replay.committed() && !replay.rollingBack() && replay.plan().goesBack()) {
                lines.add("Go back: kompox operation rollback " + id);
            }
        }
        return call.answer(
                new Answer(
                        lines,
                        Answer.document("operation", Journaled.document(replay), "steps", steps),
                        List.of(id.value())));
    }

    private static String state(StepStatus status) {
        return switch (status) {
            case StepStatus.Pending _ -> "pending";
            case StepStatus.InDoubt _ -> "begun";
            case StepStatus.Done _ -> "done";
            case StepStatus.Undone _ -> "undone";
        };
    }
}
