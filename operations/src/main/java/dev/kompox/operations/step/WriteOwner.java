package dev.kompox.operations.step;

import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Write into the ownership record which disks the app's volumes have; undo writes what it said
 * before.
 *
 * <p>The first write makes epoch 1; later ones keep the epoch, for the owner stays the same.
 *
 * <p>Arguments: {@code disks} and {@code before}, objects of volume and disk; {@code asFound}
 * (instead of {@code disks}: those that are assigned then); {@code by}. Result: nothing.
 */
public final class WriteOwner implements StepType {

    /** The name of this type. */
    public static final String NAME = "owner.write";

    private final Place place;

    /** Work at a place. */
    public WriteOwner(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        write(context, wanted(context));
        return Fields.NONE;
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        SequencedMap<VolumeName, DiskName> wanted = wanted(context);
        return place.records()
                .read(place.app())
                .filter(found -> found.value().disks().equals(wanted))
                .map(_ -> Fields.NONE);
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        if (place.records().read(place.app()).isPresent()) {
            write(context, disks(context.arguments().object("before")));
        }
    }

    private void write(StepContext context, SequencedMap<VolumeName, DiskName> disks) {
        Optional<Versioned<OwnershipRecord>> found = place.records().read(place.app());
        if (found.isPresent() && found.get().value().disks().equals(disks)) {
            return;
        }
        long epoch = found.map(record -> record.value().epoch()).orElse(1L);
        Instant now = context.call().time().now();
        Instant since = found.map(record -> record.value().since()).orElse(now);
        String by = context.arguments().string("by") + " " + context.call().token().operation();
        place.records()
                .swap(
                        found.map(Versioned::version).orElse(Versioned.ABSENT),
                        new OwnershipRecord(place.app(), epoch, place.location(), disks, since, by),
                        context.call());
    }

    private SequencedMap<VolumeName, DiskName> wanted(StepContext context) {
        if (!context.arguments().flag("asFound")) {
            return disks(context.arguments().object("disks"));
        }
        SequencedMap<VolumeName, DiskName> found = new LinkedHashMap<>();
        for (VolumeName volume : place.workload().slots().keySet()) {
            place.disks().list(place.app()).stream()
                    .filter(disk -> disk.assigned() && disk.ref().volume().equals(volume))
                    .forEach(disk -> found.put(volume, disk.ref().name()));
        }
        return found;
    }

    private static SequencedMap<VolumeName, DiskName> disks(Fields json) {
        SequencedMap<VolumeName, DiskName> disks = new LinkedHashMap<>();
        for (String volume : json.map().keySet()) {
            disks.put(new VolumeName(volume), new DiskName(json.string(volume)));
        }
        return disks;
    }
}
