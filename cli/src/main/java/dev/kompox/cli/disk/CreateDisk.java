package dev.kompox.cli.disk;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.UsageException;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.manifest.id.AppId;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.plan.DiskCreatePlan;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.step.StopApp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Make a disk of a volume. */
final class CreateDisk implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("disk create", "Make a disk of a volume; it is not assigned yet.")
                .example("kompox disk create db/test", "an empty one")
                .example("kompox disk create db/test --source snapshot:monday", "from a snapshot")
                .example("kompox disk create db/copy --source disk:main", "from another disk")
                .value("-S --source", "SOURCE", "snapshot:NAME, disk:NAME, or a snapshot's name")
                .value("--size", "SIZE", "least size, where disks have one")
                .positional("DISK", 1, 1, "the new disk, VOLUME/NAME");
    }

    @Override
    public int run(Invocation call) {
        Arguments typed = call.arguments();
        DiskWord disk = DiskWord.of(typed.required(0));
        Source source =
                source(typed.value("--source"), call.session().app().workload().app(), disk);
        String size = typed.value("--size");
        ByteSize least = size == null ? null : new ByteSize(DiskWord.bytes(size));
        return make(call, new DiskCreatePlan.Wish(disk.volume(), disk.name(), source, least));
    }

    /** Plan and make a disk. */
    static int make(Invocation call, DiskCreatePlan.Wish wish) {
        Observation seen = call.session().observeAll();
        String name = wish.volume() + "/" + wish.name();
        Plan plan = DiskCreatePlan.of(seen, wish);
        boolean stops = plan.steps().stream().anyMatch(step -> step.type().equals(StopApp.NAME));
        return new Act(call)
                .askIf(stops)
                .ending(_ ->
                        List.of("Disk " + name + " is there. Next: kompox disk assign " + name))
                .run(seen, plan, "Disk " + name + " is there.");
    }

    private static Source source(@Nullable String typed, AppId app, DiskWord disk) {
        try {
            if (typed == null) {
                return new Source.Blank();
            }
            if (typed.startsWith("disk:")) {
                String rest = typed.substring("disk:".length());
                DiskWord from = DiskWord.of(rest.contains("/") ? rest : disk.volume() + "/" + rest);
                return new Source.OfDisk(new DiskRef(app, from.volume(), from.name()));
            }
            String name =
                    typed.startsWith("snapshot:") ? typed.substring("snapshot:".length()) : typed;
            return new Source.OfSnapshot(
                    new SnapshotRef(app, disk.volume(), new SnapshotName(name)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "", "kompox help disk create");
        }
    }
}
