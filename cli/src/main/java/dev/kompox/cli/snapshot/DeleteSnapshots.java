package dev.kompox.cli.snapshot;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Words;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.SnapshotDeletePlan;
import java.util.List;

/** Delete restore points. */
final class DeleteSnapshots implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("snapshot delete", "Delete restore points for good.")
                .example("kompox snapshot delete monday", "asks first")
                .example("kompox snapshot delete monday tuesday --yes", "several, without asking")
                .positional("SNAPSHOT", 1, Integer.MAX_VALUE, "their names");
    }

    @Override
    public int run(Invocation call) {
        List<SnapshotName> names = call.arguments().words().stream().map(Points::name).toList();
        Observation seen = call.session().observeAll();
        return new Act(call)
                .askIf(true)
                .ending(_ -> List.of("Deleted: " + Words.list(names) + "."))
                .run(seen, SnapshotDeletePlan.of(seen, names), "Nothing to delete.");
    }
}
