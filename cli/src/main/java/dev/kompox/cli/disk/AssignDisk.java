package dev.kompox.cli.disk;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.operations.plan.DiskPlans;
import dev.kompox.operations.plan.Observation;
import java.util.List;

/** Give a volume another of its disks. */
final class AssignDisk implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("disk assign", "Give a volume another of its disks; the old one stays.")
                .example("kompox disk assign db/test", "let db find the disk test")
                .example("kompox disk assign db/test --dry-run", "show what would stop and start")
                .positional("DISK", 1, 1, "the disk, VOLUME/NAME");
    }

    @Override
    public int run(Invocation call) {
        DiskWord disk = DiskWord.of(call.arguments().required(0));
        String name = disk.volume() + "/" + disk.name();
        Observation seen = call.session().observeAll();
        return new Act(call)
                .askIf(true)
                .ending(_ ->
                        List.of(
                                "Volume "
                                        + disk.volume()
                                        + " finds disk "
                                        + name
                                        + ". Next: kompox status · kompox disk list"))
                .run(
                        seen,
                        DiskPlans.assign(seen, disk.volume(), disk.name()),
                        "Disk " + name + " is assigned. Nothing to do.");
    }
}
