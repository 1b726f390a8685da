package dev.kompox.cli.disk;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.operations.plan.DiskCreatePlan;

/** Copy a disk. */
final class CloneDisk implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("disk clone", "Copy a disk to a new one of the same volume.")
                .example("kompox disk clone db/main db/test", "copy db's disk main")
                .example("kompox disk clone db/main db/test --dry-run", "show what it takes")
                .positional("FROM TO", 2, 2, "disks, VOLUME/NAME");
    }

    @Override
    public int run(Invocation call) {
        DiskWord from = DiskWord.of(call.arguments().required(0));
        DiskWord to = DiskWord.of(call.arguments().required(1));
        DiskRef source =
                new DiskRef(call.session().app().workload().app(), from.volume(), from.name());
        return CreateDisk.make(
                call,
                new DiskCreatePlan.Wish(to.volume(), to.name(), new Source.OfDisk(source), null));
    }
}
