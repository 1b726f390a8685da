package dev.kompox.cli.act;

import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Format;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.operations.engine.Difference;
import dev.kompox.operations.engine.FailureReport;
import dev.kompox.operations.engine.OperationId;
import dev.kompox.operations.engine.Outcome;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.step.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Report how an operation ended: what is true now, and what to type next. */
final class Ending {

    private final Invocation call;
    private final List<Place> places;

    /**
     * Report on what was done.
     *
     * @param places between which; empty for the session's own
     */
    Ending(Invocation call, List<Place> places) {
        this.call = call;
        this.places = List.copyOf(places);
    }

    int report(Outcome outcome, Function<Outcome.Completed, List<String>> closing) {
        return switch (outcome) {
            case Outcome.Completed done -> completed(done, closing);
            case Outcome.RolledBack back -> rolledBack(back);
            case Outcome.Failed failed -> failed(failed);
            case Outcome.Resumable half -> resumable(half);
            case Outcome.WorldChanged changed -> changed(changed);
        };
    }

    private int completed(
            Outcome.Completed done, Function<Outcome.Completed, List<String>> closing) {
        if (call.globals().format() == Format.TABLE) {
            closing.apply(done).forEach(call::tell);
        }
        machine(done.operation(), done.plan(), "completed", null);
        return Exit.OK;
    }

    private int rolledBack(Outcome.RolledBack back) {
        FailureReport cause = back.cause();
        machine(back.operation(), back.plan(), "rolledBack", cause);
        if (cause == null) {
            call.tell("Undone: " + back.plan().title() + ". Everything is as before.");
            down().forEach(call::tell);
            return call.session().stop().requested() ? Exit.INTERRUPTED : Exit.OK;
        }
        List<String> lines = new ArrayList<>(failure(cause));
        lines.add("Everything was undone and is as before (operation " + back.operation() + ").");
        lines.addAll(down());
        return tell(lines, cause.remedy(), "kompox operation show " + back.operation());
    }

    private int failed(Outcome.Failed failed) {
        machine(failed.operation(), failed.plan(), "failed", failed.cause());
        List<String> lines = new ArrayList<>(failure(failed.cause()));
        lines.add("What was done stays (operation " + failed.operation() + ").");
        return tell(lines, failed.cause().remedy(), "kompox operation show " + failed.operation());
    }

    private int resumable(Outcome.Resumable half) {
        FailureReport cause = half.cause();
        machine(half.operation(), half.plan(), "resumable", cause);
        List<String> lines = new ArrayList<>();
        if (cause == null) {
            lines.add(
                    (half.back() ? "Stopped while undoing" : "Stopped safely")
                            + " before: "
                            + half.next());
        } else {
            lines.addAll(failure(cause));
            lines.add("The operation stands half way, before: " + half.next());
        }
        half.done().forEach(title -> lines.add("  done  " + title));
        lines.addAll(stands());
        String remedy = cause == null ? null : cause.remedy();
        if (remedy != null) {
            lines.addAll(remedy.lines().toList());
        }
        lines.add("  go on    kompox operation resume " + half.operation());
        if (!half.committed() && !half.back() && half.plan().goesBack()) {
            lines.add("  go back  kompox operation rollback " + half.operation());
        }
        lines.forEach(call.terminal().err()::println);
        return Exit.RESUMABLE;
    }

    /** Say whether the app runs, for that is what people ask first about something half done. */
    private List<String> stands() {
        String name = call.session().name();
        if (!places.isEmpty()) {
            return places.stream()
                    .flatMap(place -> observe(place).stream().map(state -> at(name, place, state)))
                    .toList();
        }
        return observe()
                .map(state -> state.anyAlive() ? name + " is running." : name + " is down now.")
                .stream()
                .toList();
    }

    private static String at(String name, Place place, AppState state) {
        return name
                + (state.anyAlive() ? " is running on " : " is not running on ")
                + place.location()
                + ".";
    }

    /** Say if nothing of the app runs though it has containers: they may have ended meanwhile. */
    private List<String> down() {
        if (!places.isEmpty()) {
            return stands();
        }
        return observe()
                .filter(state -> !state.anyAlive() && !state.instances().isEmpty())
                .map(_ -> call.session().name() + " is not running. Start it: kompox up")
                .stream()
                .toList();
    }

    private Optional<AppState> observe() {
        return observe(call.session().place());
    }

    private Optional<AppState> observe(Place place) {
        try {
            return Optional.of(place.runtime().observe(call.session().app().workload()));
        } catch (DriverException e) {
            return Optional.empty(); // what stopped it is told already
        }
    }

    private int changed(Outcome.WorldChanged changed) {
        OperationId id = changed.operation();
        List<String> lines = new ArrayList<>();
        lines.add(
                id == null
                        ? "error: something changed since the plan was made; nothing was done"
                        : "error: something changed since operation " + id + " began");
        for (Difference difference : changed.differences()) {
            lines.add("  " + difference);
        }
        lines.add(
                id == null
                        ? "Give the command again to get a new plan."
                        : changed.plan().goesBack()
                                ? "Undo it: kompox operation rollback " + id
                                : "Give the command again to get a new plan.");
        lines.forEach(call.terminal().err()::println);
        return id == null ? Exit.BLOCKED : Exit.RESUMABLE;
    }

    private static List<String> failure(FailureReport cause) {
        return List.of("error: " + cause.title() + ": " + cause.sentence());
    }

    private int tell(List<String> lines, @Nullable String remedy, String otherwise) {
        lines.forEach(call.terminal().err()::println);
        call.terminal().err().println(remedy == null ? "See: " + otherwise : remedy);
        return Exit.FAILED;
    }

    private void machine(OperationId id, Plan plan, String outcome, @Nullable FailureReport cause) {
        if (call.globals().format() == Format.TABLE) {
            return;
        }
        call.answer(
                new Answer(
                        List.of(),
                        Answer.document(
                                "operation", id.value(),
                                "kind", plan.kind(),
                                "title", plan.title(),
                                "app", plan.app(),
                                "outcome", outcome,
                                "error", cause == null ? null : cause.sentence(),
                                "remedy", cause == null ? null : cause.remedy()),
                        List.of(id.value())));
    }
}
