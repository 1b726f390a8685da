package dev.kompox.cli.disk;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.operations.plan.DiskPlans;
import dev.kompox.operations.plan.Observation;
import java.util.List;

/** Delete the disks whose time in the trash is over. */
final class ExpireDisks implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(
                        "disk expire", "Delete for good the disks whose time in the trash is over.")
                .example("kompox disk expire --dry-run", "show which")
                .example("kompox disk expire --yes", "from a schedule");
    }

    @Override
    public int run(Invocation call) {
        Observation seen = call.session().observeAll();
        return new Act(call)
                .askIf(true)
                .ending(_ -> List.of("The trash holds nothing whose time is over."))
                .run(
                        seen,
                        DiskPlans.expire(seen, seen.at()),
                        "The trash holds nothing whose time is over.");
    }
}
