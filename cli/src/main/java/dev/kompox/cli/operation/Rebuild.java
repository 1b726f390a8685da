package dev.kompox.cli.operation;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.Replay;
import dev.kompox.operations.event.EventSink;

/** Make a damaged journal whole again. */
final class Rebuild implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("operation rebuild", "Make a damaged journal whole from what is left.")
                .example("kompox operation rebuild rs-7k2pq", "what is lost is looked for again")
                .example("kompox operation rebuild rs-7k2pq --give-up", "end it as things are")
                .positional("OPERATION", 1, 1, "its id")
                .flag("--give-up", "end the operation and leave everything as it is")
                .note("Only the journal changes; what it was is kept beside it as *.damaged.");
    }

    @Override
    public int run(Invocation call) {
        OperationId id = Journaled.id(call.arguments().required(0));
        Replay replay =
                call.session()
                        .operations(EventSink.none(), 0)
                        .engine()
                        .rebuild(id, call.arguments().flag("--give-up"));
        String title =
                "The journal of operation " + id + " (" + replay.plan().title() + ") is whole";
        if (replay.ended().isPresent()) {
            call.tell(title + ". The operation has ended: " + Journaled.state(replay) + ".");
            return Exit.OK;
        }
        call.tell(title + ". " + (replay.rollingBack() ? "Go on going back" : "Go on"));
        call.tell("  kompox operation resume " + id);
        if (!replay.rollingBack() && !replay.committed() && replay.plan().goesBack()) {
            call.tell("or go back");
            call.tell("  kompox operation rollback " + id);
        }
        return Exit.OK;
    }
}
