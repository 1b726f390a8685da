package dev.kompox.cli.snapshot;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.Terms;
import dev.kompox.cli.command.UsageException;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.RestorePlan;
import java.time.Duration;
import java.util.List;

/** Bring back a restore point, or undo that. */
final class Restore implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("restore", "Bring back a restore point; --undo returns.")
                .example("kompox restore before-upgrade", "all its volumes")
                .example("kompox restore --undo", "return to what was there before")
                .example("kompox restore monday --volume db", "one volume only")
                .flag("--undo", "undo the newest restore; twice redoes it")
                .value("--keep", "TERM", "how long the trash keeps what was there (default 7d)")
                .values("--volume", "VOLUME", "only this volume; may be repeated")
                .positional("SNAPSHOT", 0, 1, "the restore point")
                .note(
                        "What was there goes into the trash as a disk of its own, so that nothing is"
                                + " lost and the restore can be undone.");
    }

    @Override
    public int run(Invocation call) {
        Arguments typed = call.arguments();
        String name = typed.word(0);
        boolean undo = typed.flag("--undo");
        if (undo == (name != null)) {
            throw new UsageException(
                    undo
                            ? "restore takes a name or --undo, not both"
                            : "restore needs the name of a restore point",
                    "kompox restore SNAPSHOT | --undo",
                    "kompox snapshot list");
        }
        Duration keep = Terms.keep(typed);
        if (keep.isZero()) {
            throw new UsageException(
                    "a restore keeps what was there, so that it can be undone",
                    "",
                    "Give --keep a term such as 1d, and delete it later with: kompox disk delete");
        }
        Observation seen = call.session().observeAll();
        Plan plan =
                name == null
                        ? RestorePlan.undo(seen, keep)
                        : RestorePlan.of(
                                seen,
                                new RestorePlan.Wish(
                                        Points.name(name),
                                        Points.volumes(typed.values("--volume")),
                                        keep));
        String app = call.session().name();
        return new Act(call)
                .askIf(true)
                .ending(_ ->
                        List.of(
                                app
                                        + (name == null
                                                ? " is as it was before the restore."
                                                : " is as in restore point " + name + ".")
                                        + " Undo with: kompox restore --undo"))
                .run(seen, plan, "Nothing to do.");
    }
}
