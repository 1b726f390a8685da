package dev.kompox.cli.failure;

import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.UsageException;
import dev.kompox.cli.terminal.Terminal;
import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.journal.JournalException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tell a failure to people: what, where, and how to mend it; never a stack trace. */
public final class Failures {

    private Failures() {}

    /** Say how a failure is told. */
    public static Report report(RuntimeException failure, Terminal terminal) {
        return switch (failure) {
            case UsageException usage -> usage(usage);
            case ComposeException refused -> compose(refused);
            case Refusal refusal ->
                    new Report(lines(refusal.sentence(), refusal.remedy()), Exit.BLOCKED);
            case DriverException driver -> driver(driver);
            case JournalException journal ->
                    new Report(
                            lines(String.valueOf(journal.getMessage()), journal.remedy()),
                            Exit.FAILED);
            default -> new Report(Trace.keep(failure, terminal), Exit.FAILED);
        };
    }

    private static Report usage(UsageException usage) {
        List<String> lines = new ArrayList<>();
        lines.add("error: " + usage.sentence());
        if (!usage.synopsis().isEmpty()) {
            lines.add("Usage: " + usage.synopsis());
        }
        lines.add(usage.remedy().strip());
        return new Report(lines, Exit.USAGE);
    }

    private static Report compose(ComposeException refused) {
        List<String> lines = new ArrayList<>();
        for (Problem problem : refused.problems()) {
            lines.addAll(problem.render().lines().toList());
        }
        Problem last = refused.problems().getLast();
        if (last.remedy() == null) {
            lines.add("See: kompox explain " + last.code());
        }
        return new Report(lines, Exit.BLOCKED);
    }

    private static Report driver(DriverException failure) {
        int exit =
                failure.category() instanceof Category.Interrupted ? Exit.INTERRUPTED : Exit.FAILED;
        List<String> lines = lines(failure.sentence(), failure.remedy());
        if (failure.requestId() != null) {
            lines.add(1, "  request " + failure.requestId());
        }
        return new Report(lines, exit);
    }

    private static List<String> lines(String sentence, @Nullable String remedy) {
        List<String> lines = new ArrayList<>();
        lines.addAll(("error: " + sentence).lines().toList());
        lines.addAll((remedy == null ? "See: kompox doctor" : remedy).lines().toList());
        return lines;
    }
}
