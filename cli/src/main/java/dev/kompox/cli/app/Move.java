package dev.kompox.cli.app;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.Terms;
import dev.kompox.cli.command.UsageException;
import dev.kompox.cli.output.Words;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.event.EventSink;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.plan.MoveObservation;
import dev.kompox.operations.plan.MovePlan;
import dev.kompox.operations.step.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Move the app, data and all, to another place. */
final class Move implements Command {

    private static final int ROUNDS = 3;

    @Override
    public Syntax syntax() {
        return new Syntax("move", "Move the running app, data and all, to another place.")
                .example("kompox move --to docker:newbox --dry-run", "what it would do and cost")
                .example("kompox move --to kube:prod", "to a cluster, by its context")
                .example("kompox move --to local", "back, with the data it has by then")
                .value("--to", "PLACE", "where to: local, docker:NAME, kube:NAME, or a cluster")
                .value("--max-downtime", "TERM", "do not stop the app if it would take longer")
                .value("--max-rounds", "N", "copy the running app N times at most (default 3)")
                .flag("--load-images", "put images that it lacks onto its nodes")
                .value("--keep-source", "TERM", "how long to keep what it leaves (default 7d)")
                .note(
                        "The data is copied while the app runs. Then it stops, the last changes"
                                + " follow, every byte is compared, and it starts there. Until one"
                                + " commit point everything is undone if anything fails.");
    }

    @Override
    public int run(Invocation call) {
        Arguments typed = call.arguments();
        String to = typed.value("--to");
        if (to == null) {
            throw new UsageException(
                    "move needs a place to go to",
                    "kompox move --to PLACE",
                    "docker context ls; kompox cluster list");
        }
        Place target = call.session().place(call.session().name("--to", to));
        MovePlan.Wish wish = wish(typed);
        Place source = call.session().home();
        MoveObservation seen =
                call.session()
                        .moves(source, target, EventSink.none(), 0)
                        .observe(typed.flag("--load-images"));
        Plan plan = MovePlan.of(seen, wish);
        return new Act(call)
                .askIf(true)
                .between(
                        List.of(source, target),
                        (events, epoch) ->
                                call.session().moves(source, target, events, epoch).engine())
                .with(predicted(plan))
                .ending(done -> report(call, source, target, done))
                .run(seen.source(), plan, "Nothing to do.");
    }

    private static MovePlan.Wish wish(Arguments typed) {
        String limit = typed.value("--max-downtime");
        Duration keep = Terms.read("--keep-source", typed.value("--keep-source", "7d"));
        if (keep.isZero()) {
            throw new UsageException(
                    "a move keeps what it leaves, so that nothing is lost",
                    "",
                    "Give --keep-source a term such as 1d, and delete it later with: kompox disk"
                            + " delete");
        }
        return new MovePlan.Wish(
                limit == null ? null : Terms.read("--max-downtime", limit),
                rounds(typed.value("--max-rounds", String.valueOf(ROUNDS))),
                keep);
    }

    private static int rounds(String text) {
        try {
            int rounds = Integer.parseInt(text);
            if (rounds >= 1 && rounds <= 100) {
                return rounds;
            }
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static UsageException wrong(String text) {
        return new UsageException(
                "--max-rounds \"" + text + "\" is not a number from 1 to 100",
                "",
                "kompox move -h");
    }

    private static List<String> predicted(Plan plan) {
        Duration downtime = MovePlan.downtime(plan);
        return downtime.isZero()
                ? List.of()
                : List.of(
                        "Downtime: about "
                                + Words.duration(downtime)
                                + " without what is written meanwhile; predicted anew before it"
                                + " stops.");
    }

    private static List<String> report(
            Invocation call, Place source, Place target, Outcome.Completed done) {
        List<String> lines = new ArrayList<>();
        Fields seeded = result(done, "move.seed");
        Fields committed = result(done, "owner.commit");
        Fields finished = result(done, "move.finish");
        String name = call.session().name();
        lines.add(name + " lives on " + target.location() + " now.");
        if (committed.has("downMillis")) {
            lines.add(
                    "Downtime: "
                            + Words.seconds(committed.number("downMillis"))
                            + " (predicted "
                            + Words.seconds(seeded.number("predictedMillis"))
                            + "), of it "
                            + Words.seconds(finished.number("copyMillis"))
                            + " copying and "
                            + Words.seconds(finished.number("verifyMillis"))
                            + " comparing.");
        }
        lines.add(
                "Work there with: kompox --on "
                        + target.location()
                        + " status. Bring it back with: kompox move --to "
                        + source.location());
        return lines;
    }

    private static Fields result(Outcome.Completed done, String step) {
        return done.results().getOrDefault(new StepId(step), Fields.NONE);
    }
}
