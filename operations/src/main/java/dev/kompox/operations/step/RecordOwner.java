package dev.kompox.operations.step;

import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Write down where the app lives, at a place that is told so rather than asked: the target of a
 * move. A newer record is never replaced. Nothing to undo: what is written is true before and
 * after.
 *
 * <p>Arguments: {@code epoch}, {@code place}, {@code disks}, {@code by}. Result: nothing.
 */
public final class RecordOwner implements StepType {

    /** The name of this type. */
    public static final String NAME = "owner.record";

    private final Place place;

    /** Work at a place. */
    public RecordOwner(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Optional<Versioned<OwnershipRecord>> found = place.records().read(place.app());
        if (found.isPresent() && same(found.get().value(), context)) {
            return Fields.NONE;
        }
        OwnershipRecord next = OwnerText.record(place.app(), context.arguments(), context.call());
        if (found.isPresent() && found.get().value().epoch() > next.epoch()) {
            throw new DriverException(
                    new Category.Conflict(next.toString(), found.get().value().toString()),
                    place.location()
                            + " knows of a newer owner of "
                            + place.app().app()
                            + ": "
                            + found.get().value().place()
                            + ", epoch "
                            + found.get().value().epoch(),
                    "kompox status");
        }
        place.records()
                .swap(found.map(Versioned::version).orElse(Versioned.ABSENT), next, context.call());
        return Fields.NONE;
    }

    private static boolean same(OwnershipRecord found, StepContext context) {
        SequencedMap<VolumeName, DiskName> disks = OwnerText.disks(context.arguments());
        return found.epoch() == context.arguments().number("epoch")
                && found.place().equals(OwnerText.place(context.arguments()))
                && found.disks().equals(disks);
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return place.records()
                .read(place.app())
                .filter(found -> same(found.value(), context))
                .map(_ -> Fields.NONE);
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {}
}
