package dev.kompox.cli.operation;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Words;
import dev.kompox.operations.engine.AppLock;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.event.EventSink;
import java.time.Instant;
import java.util.Optional;

/** Show who holds the lock of an app. */
final class Unlock implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax(
                        "operation unlock", "Show who holds the app's lock, and whether it lives.")
                .example("kompox operation unlock", "who holds it, since when")
                .note(
                        "The lock of a process that died never blocks anybody: the system drops it"
                                + " with the process. Only a living process can hold it, and to"
                                + " break it means to end that process.");
    }

    @Override
    public int run(Invocation call) {
        Optional<AppLock.Held> held =
                AppLock.inspect(call.session().operations(EventSink.none(), 0).lockFile());
        if (held.isEmpty()) {
            call.tell("Nobody holds the lock.");
            return Exit.OK;
        }
        AppLock.Held who = held.get();
        String since = Words.age(who.holder().since(), Instant.now());
        if (who.alive()) {
            throw new Refusal(
                    who.holder() + " holds the lock for " + since + " and lives",
                    "Wait, or end it: kill " + who.holder().pid());
        }
        call.tell(
                "Operation "
                        + who.holder().operation()
                        + " held the lock "
                        + since
                        + " ago and died; it blocks nobody. See: kompox operation show "
                        + who.holder().operation());
        return Exit.OK;
    }
}
