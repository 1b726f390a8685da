package dev.kompox.cli.disk;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.operations.plan.DiskPlans;
import dev.kompox.operations.plan.Observation;
import java.util.List;

/** Take a disk out of the trash. */
final class UndeleteDisk implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("disk undelete", "Take a disk out of the trash.")
                .example("kompox disk undelete db/test", "bring it back, unassigned")
                .example("kompox disk list", "what is in the trash")
                .positional("DISK", 1, 1, "the disk, VOLUME/NAME");
    }

    @Override
    public int run(Invocation call) {
        DiskWord disk = DiskWord.of(call.arguments().required(0));
        String name = disk.volume() + "/" + disk.name();
        Observation seen = call.session().observe();
        return new Act(call)
                .ending(_ -> List.of("Disk " + name + " is back. Next: kompox disk assign " + name))
                .run(
                        seen,
                        DiskPlans.undelete(seen, disk.volume(), disk.name()),
                        "Disk " + name + " is not in the trash.");
    }
}
