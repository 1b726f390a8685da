package dev.kompox.cli.app;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.Terms;
import dev.kompox.operations.plan.DestroyPlan;
import dev.kompox.operations.plan.Observation;
import java.time.Duration;
import java.util.List;

/** Take an app down. */
final class Down implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("down", "Stop the app and remove its containers; its disks stay.")
                .example("kompox down", "stop and remove containers and networks")
                .example("kompox down --disks", "put its disks into the trash, too")
                .example("kompox down --dry-run", "show what would go and what stays")
                .flag("--disks", "put the app's disks into the trash")
                .flag("-v --volumes", "the same as --disks")
                .value("--keep", "TERM", "how long the trash keeps them (default 7d)")
                .flag("--remove-orphans", "remove containers of services that are gone")
                .note(
                        "Disks in the trash come back with: kompox disk undelete. Volumes that the"
                                + " Compose file calls external, and directories, are never put"
                                + " there.");
    }

    @Override
    public int run(Invocation call) {
        boolean disks = call.arguments().flag("--disks") || call.arguments().flag("--volumes");
        Duration keep = Terms.keep(call.arguments());
        Observation seen = disks ? call.session().observeAll() : call.session().observe();
        DestroyPlan.Wish wish =
                new DestroyPlan.Wish(disks, keep, call.arguments().flag("--remove-orphans"));
        String name = call.session().name();
        return new Act(call)
                .askIf(disks)
                .ending(_ -> List.of(closing(name, disks, seen)))
                .run(
                        seen,
                        DestroyPlan.of(seen, wish),
                        name + " is down. " + Elsewhere.nothingToDo(seen));
    }

    private static String closing(String name, boolean disks, Observation seen) {
        if (Elsewhere.lives(seen).isPresent()) {
            return name + " is down here; " + Elsewhere.lives(seen).get() + ".";
        }
        if (seen.volumesWithDisk().isEmpty()) {
            return name + " is down. Next: kompox up";
        }
        return name
                + " is down; "
                + (disks
                        ? "its disks are in the trash. Next: kompox disk list"
                        : "its disks stay. Next: kompox up · kompox disk list");
    }
}
