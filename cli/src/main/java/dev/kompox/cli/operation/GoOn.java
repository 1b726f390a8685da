package dev.kompox.cli.operation;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.operations.engine.Identity;
import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.engine.Replay;
import dev.kompox.operations.step.Place;
import java.util.List;

/** Go on with an operation that was cut off, or undo it. */
final class GoOn implements Command {

    private final boolean back;

    GoOn(boolean back) {
        this.back = back;
    }

    @Override
    public Syntax syntax() {
        return back
                ? new Syntax("operation rollback", "Undo an operation that was cut off.")
                        .example("kompox operation rollback rs-7k2pq", "everything as before it")
                        .positional("OPERATION", 1, 1, "its id")
                : new Syntax("operation resume", "Go on with an operation that was cut off.")
                        .example("kompox operation resume rs-7k2pq", "finish what it began")
                        .positional("OPERATION", 1, 1, "its id");
    }

    @Override
    public int run(Invocation call) {
        OperationId id = Journaled.id(call.arguments().required(0));
        Replay replay = new Replay(call.session().journals().read(id).records());
        if (back && !replay.committed() && !replay.plan().goesBack()) {
            throw new Refusal(
                    "what operation "
                            + id
                            + " ("
                            + replay.plan().title()
                            + ") did stays; it can only go on",
                    "kompox operation resume " + id);
        }
        if (call.globals().dryRun()) {
            replay.doneTitles().forEach(title -> call.tell("  done  " + title));
            call.tell((back ? "Would undo: " : "Would go on with: ") + replay.plan().title());
            return Exit.OK;
        }
        return acting(call, replay)
                .ending(done -> List.of("Done: " + done.plan().title() + "."))
                .execute(
                        replay.header().epoch(),
                        replay.plan(),
                        engine -> back ? engine.rollback(id) : engine.resume(id));
    }

    /** Open both places of a move again; anything else is done at the session's own. */
    private static Act acting(Invocation call, Replay replay) {
        List<String> shown = Identity.places(replay.header().app());
        if (shown.size() != 2) {
            return new Act(call);
        }
        Place from = call.session().placeShown(shown.getFirst());
        Place to = call.session().placeShown(shown.getLast());
        return new Act(call)
                .between(
                        List.of(from, to),
                        (events, epoch) -> call.session().moves(from, to, events, epoch).engine());
    }
}
