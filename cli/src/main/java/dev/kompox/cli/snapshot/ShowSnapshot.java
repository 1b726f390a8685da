package dev.kompox.cli.snapshot;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Words;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotState;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.RestorePoint;
import java.util.ArrayList;
import java.util.List;

/** Show one restore point. */
final class ShowSnapshot implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("snapshot show", "Show a restore point and its snapshots.")
                .example("kompox snapshot show before-upgrade", "what it holds")
                .positional("SNAPSHOT", 1, 1, "its name");
    }

    @Override
    public int run(Invocation call) {
        SnapshotName name = Points.name(call.arguments().required(0));
        Observation seen = call.session().observeAll();
        RestorePoint point =
                seen.restorePoints().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new Refusal(
                                        "there is no restore point \"" + name + "\"",
                                        "kompox snapshot list"));
        List<String> lines = new ArrayList<>();
        lines.add(
                "Restore point "
                        + name
                        + ", taken "
                        + Words.time(point.takenAt(), call.terminal().zone())
                        + ", "
                        + Points.consistency(point));
        Table table = new Table("VOLUME", "SIZE", "STATE", "OF DISK", "WHERE");
        for (Snapshot snapshot : point.snapshots()) {
            table.row(
                    snapshot.ref().volume().value(),
                    Words.bytes(seen.bytes(snapshot.nativeId())),
                    state(snapshot.state()),
                    snapshot.disk().value(),
                    snapshot.nativeId());
        }
        lines.addAll(table.lines(call.width()));
        lines.add(
                point.complete()
                        ? "Restore with: kompox restore " + name
                        : "Incomplete: " + Words.list(point.missing()) + " missing.");
        return call.answer(
                new Answer(
                        lines,
                        Answer.document("restorePoint", Points.document(point, seen)),
                        List.of(name.value())));
    }

    private static String state(SnapshotState state) {
        return switch (state) {
            case SnapshotState.Creating _ -> "being made";
            case SnapshotState.Usable _ -> "usable";
            case SnapshotState.Deleting _ -> "going";
            case SnapshotState.Failed failed -> "failed: " + failed.problem();
        };
    }
}
