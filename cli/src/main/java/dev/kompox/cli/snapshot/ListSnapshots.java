package dev.kompox.cli.snapshot;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Words;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.RestorePoint;
import java.util.ArrayList;
import java.util.List;

/** List the restore points of an app. */
final class ListSnapshots implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("snapshot list", "List the app's restore points, newest first.")
                .example("kompox snapshot list", "what there is and what it takes")
                .example("kompox snapshot list -o name", "names only")
                .example("kompox snapshot list -o json", "for a program");
    }

    @Override
    public int run(Invocation call) {
        Observation seen = call.session().observeAll();
        List<RestorePoint> points = seen.restorePoints();
        Table table = new Table("NAME", "TAKEN", "VOLUMES", "SIZE", "CONSISTENCY", "WHERE");
        List<Object> documents = new ArrayList<>();
        for (RestorePoint point : points) {
            String missing = point.complete() ? "" : "; missing " + Words.list(point.missing());
            table.row(
                    point.name().value(),
                    Words.time(point.takenAt(), call.terminal().zone()),
                    Words.list(point.volumes()) + missing,
                    Points.size(point, seen),
                    Points.consistency(point),
                    seen.location().toString());
            documents.add(Points.document(point, seen));
        }
        List<String> lines =
                points.isEmpty()
                        ? List.of("No restore points. Make one with: kompox snapshot create")
                        : table.lines(call.width());
        return call.answer(
                new Answer(
                        lines,
                        Answer.document("app", call.session().name(), "restorePoints", documents),
                        points.stream().map(point -> point.name().value()).toList()));
    }
}
