package dev.kompox.cli.disk;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.Terms;
import dev.kompox.operations.plan.DiskPlans;
import dev.kompox.operations.plan.Observation;
import java.time.Duration;
import java.util.List;

/** Delete a disk. */
final class DeleteDisk implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("disk delete", "Put a disk into the trash, or delete it for good.")
                .example("kompox disk delete db/test", "into the trash for 7 days")
                .example("kompox disk delete db/test --keep 30d", "for longer")
                .example("kompox disk delete db/test --now", "for good, at once")
                .value("--keep", "TERM", "how long the trash keeps it (default 7d)")
                .flag("--now", "for good, at once; this cannot be undone")
                .positional("DISK", 1, 1, "the disk, VOLUME/NAME");
    }

    @Override
    public int run(Invocation call) {
        DiskWord disk = DiskWord.of(call.arguments().required(0));
        String name = disk.volume() + "/" + disk.name();
        boolean now = call.arguments().flag("--now");
        Duration keep = now ? Duration.ZERO : Terms.keep(call.arguments());
        Observation seen = call.session().observeAll();
        return new Act(call)
                .askIf(keep.isZero())
                .ending(_ ->
                        List.of(
                                keep.isZero()
                                        ? "Disk " + name + " is gone."
                                        : "Disk "
                                                + name
                                                + " is in the trash. It comes back with: kompox"
                                                + " disk undelete "
                                                + name))
                .run(
                        seen,
                        DiskPlans.delete(seen, disk.volume(), disk.name(), keep),
                        "Disk " + name + " is in the trash already.");
    }
}
