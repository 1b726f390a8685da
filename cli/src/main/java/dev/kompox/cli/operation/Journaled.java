package dev.kompox.cli.operation;

import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.UsageException;
import dev.kompox.cli.output.Answer;
import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.Replay;
import dev.kompox.operations.journal.JournalException;
import dev.kompox.operations.journal.JournalStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Read operations from their journals. */
final class Journaled {

    private Journaled() {}

    /** Read an id as typed. */
    static OperationId id(String typed) {
        try {
            return new OperationId(typed);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "", "kompox operation list");
        }
    }

    /** Return the app's operations, newest first; what cannot be read is told, not hidden. */
    static List<Replay> all(Invocation call) {
        JournalStore store = call.session().journals();
        String app = call.session().app().workload().app().toString();
        List<Replay> all = new ArrayList<>();
        for (OperationId id : store.list()) {
            try {
                Replay replay = new Replay(store.read(id).records());
                if (ofApp(replay, app)) {
                    all.add(replay);
                }
            } catch (JournalException e) {
                call.terminal().err().println("warning: " + e.getMessage());
                call.terminal().err().println(e.remedy());
            }
        }
        all.sort(
                Comparator.comparing((Replay each) -> each.header().at())
                        .reversed()
                        .thenComparing(each -> each.header().operation()));
        return all;
    }

    /** Tell whether an operation is of an app, wherever that lived: {@code APP at PLACE}. */
    private static boolean ofApp(Replay replay, String app) {
        String whose = replay.header().app();
        return whose.equals(app) || whose.startsWith(app + " at ");
    }

    /** Say how an operation stands. */
    static String state(Replay replay) {
        return replay.ended()
                .map(ended -> ended.end().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse(replay.rollingBack() ? "half undone" : "unfinished");
    }

    static Object document(Replay replay) {
        return Answer.document(
                "id", replay.header().operation().value(),
                "kind", replay.plan().kind(),
                "title", replay.plan().title(),
                "state", state(replay),
                "committed", replay.committed(),
                "by", replay.header().by(),
                "tool", replay.header().tool(),
                "at", replay.header().at().toString());
    }
}
