package dev.kompox.operations.step;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commit a move: one compare-and-swap of the ownership record where the app lives, from {@code {n,
 * here}} to {@code {n + 1, there}}. Undo makes sure that it cannot happen any more: it changes the
 * record's version, and with it a swap that is still on its way fails.
 *
 * <p>Arguments: {@code epoch} (the new one), {@code place}, {@code disks}, {@code by}, {@code stop}
 * (the id of the step that stopped the app; absent if it did not run). Result: {@code downMillis}.
 */
public final class CommitMove implements StepType {

    /** The name of this type. */
    public static final String NAME = "owner.commit";

    private final Journey journey;

    /** Work between two places. */
    public CommitMove(Journey journey) {
        this.journey = journey;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Optional<Versioned<OwnershipRecord>> found = read();
        if (found.isPresent() && committed(found.get().value(), context)) {
            return result(context);
        }
        long epoch = context.arguments().number("epoch");
        if (found.map(record -> record.value().epoch()).orElse(epoch - 1) != epoch - 1
                || !found.map(this::here).orElse(true)) {
            throw new DriverException(
                    new Category.Conflict("epoch " + (epoch - 1), found.toString()),
                    "the ownership of "
                            + journey.source().app().app()
                            + " has changed meanwhile: "
                            + found.map(record -> record.value().toString()).orElse("none"),
                    "kompox status");
        }
        swap(
                found,
                OwnerText.record(journey.source().app(), context.arguments(), context.call()),
                context);
        return result(context);
    }

    private boolean here(Versioned<OwnershipRecord> record) {
        return record.value().place().equals(journey.source().location());
    }

    private static Fields result(StepContext context) {
        String stop = context.arguments().stringOrNull("stop");
        Fields stopped = stop == null ? null : context.results().get(new StepId(stop));
        String began = stopped == null ? null : stopped.stringOrNull("began");
        if (began == null) {
            return Fields.NONE;
        }
        Instant now = context.call().time().now();
        return Fields.of("downMillis", Duration.between(Instant.parse(began), now).toMillis());
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return read().filter(found -> committed(found.value(), context)).map(_ -> Fields.NONE);
    }

    private static boolean committed(OwnershipRecord found, StepContext context) {
        return found.epoch() == context.arguments().number("epoch")
                && found.place().equals(OwnerText.place(context.arguments()));
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        Optional<Versioned<OwnershipRecord>> found = read();
        if (found.isPresent() && committed(found.get().value(), context)) {
            throw new DriverException(
                    new Category.Conflict("not committed", "committed"),
                    "the move has passed its commit point",
                    "kompox operation resume " + context.call().token().operation());
        }
        Instant now = context.call().time().now();
        String by = context.arguments().string("by") + " " + context.call().token().operation();
        OwnershipRecord same =
                found.map(Versioned::value)
                        .map(old ->
                                new OwnershipRecord(
                                        old.app(),
                                        old.epoch(),
                                        old.place(),
                                        old.disks(),
                                        old.since(),
                                        by + " went back at " + now))
                        .orElseGet(() ->
                                new OwnershipRecord(
                                        journey.source().app(),
                                        context.arguments().number("epoch") - 1,
                                        journey.source().location(),
                                        new LinkedHashMap<>(),
                                        now,
                                        by));
        swap(found, same, context);
    }

    private Optional<Versioned<OwnershipRecord>> read() {
        return journey.source().records().read(journey.source().app());
    }

    private void swap(
            Optional<Versioned<OwnershipRecord>> found, OwnershipRecord next, StepContext context) {
        journey.source()
                .records()
                .swap(found.map(Versioned::version).orElse(Versioned.ABSENT), next, context.call());
    }
}
