package dev.kompox.cli.operation;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.Terms;
import dev.kompox.cli.output.Words;
import dev.kompox.operations.engine.Replay;
import dev.kompox.operations.journal.JournalStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Remove the journals of operations that ended long ago. */
final class Clean implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("operation clean", "Remove journals of operations that ended long ago.")
                .example("kompox operation clean", "older than 90 days")
                .example("kompox operation clean --older 7d", "older than a week")
                .example("kompox operation clean --dry-run", "show which")
                .value("--older", "TERM", "older than this (default 90d)")
                .note("Unfinished operations are never removed.");
    }

    @Override
    public int run(Invocation call) {
        Duration older = Terms.read("--older", call.arguments().value("--older", "90d"));
        Instant limit = Instant.now().minus(older);
        JournalStore store = call.session().journals();
        List<Replay> old =
                Journaled.all(call).stream()
                        .filter(each -> each.ended().isPresent())
                        .filter(each -> each.header().at().isBefore(limit))
                        .toList();
        for (Replay each : old) {
            call.tell("  " + each.header().operation() + "  " + each.plan().title());
            if (!call.globals().dryRun()) {
                store.remove(each.header().operation());
            }
        }
        call.tell(
                (call.globals().dryRun() ? "Would remove " : "Removed ")
                        + Words.count(old.size(), "journal")
                        + ".");
        return Exit.OK;
    }
}
