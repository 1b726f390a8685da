package dev.kompox.operations.plan;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.WriteOwner;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Add the step that keeps the ownership record in line with the assigned disks. */
final class Owner {

    private Owner() {}

    /** Record that some volumes get other disks; null takes a volume's disk away. */
    static void write(
            Steps steps, Observation seen, SequencedMap<VolumeName, @Nullable DiskName> changed) {
        SequencedMap<String, @Nullable Object> before = new LinkedHashMap<>();
        for (VolumeName volume : seen.workload().slots().keySet()) {
            seen.assigned(volume)
                    .map(Disk::ref)
                    .ifPresent(ref -> before.put(volume.value(), ref.name().value()));
        }
        SequencedMap<String, @Nullable Object> after = new LinkedHashMap<>(before);
        changed.forEach((volume, disk) -> {
            if (disk == null) {
                after.remove(volume.value());
            } else {
                after.put(volume.value(), disk.value());
            }
        });
        add(steps, Fields.of("disks", after, "before", before, "by", seen.by()));
    }

    /** Record the disks that the steps so far will have made, whose names are not known yet. */
    static void writeAsFound(Steps steps, Observation seen) {
        Fields none = Fields.NONE;
        add(steps, Fields.of("asFound", true, "before", none.map(), "by", seen.by()));
    }

    private static void add(Steps steps, Fields arguments) {
        steps.quiet(
                "owner.write",
                "record the assigned disks",
                WriteOwner.NAME,
                arguments,
                steps.all(),
                Reversal.UNDO);
    }
}
