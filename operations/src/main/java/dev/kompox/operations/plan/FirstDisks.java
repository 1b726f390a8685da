package dev.kompox.operations.plan;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.manifest.kom.App;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.AssignDisk;
import dev.kompox.operations.step.CreateDisk;
import dev.kompox.operations.step.MoveSteps;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plan the first disk of each volume that has none, where starting the app does not make them. */
final class FirstDisks {

    private static final Cost COST = Cost.ofTime(Duration.ofSeconds(5));

    private FirstDisks() {}

    /** Add them where the app is worked on. */
    static void add(Steps steps, Observation seen) {
        if (!seen.capabilities().startCreatesDisks()) {
            for (VolumeName volume : seen.workload().slots().keySet()) {
                if (seen.assigned(volume).isEmpty()) {
                    refuseOthers(seen, volume);
                    add(steps, seen, volume, false);
                }
            }
        }
    }

    /** Add those at the target of a move that bring no data along. */
    static void addAtTarget(Steps steps, Observation target, Set<String> brought) {
        if (!target.capabilities().startCreatesDisks()) {
            for (VolumeName volume : target.workload().slots().keySet()) {
                if (target.assigned(volume).isEmpty() && !brought.contains(volume.value())) {
                    add(steps, target, volume, true);
                }
            }
        }
    }

    /** Whoever has disks that no volume finds did not mean an empty one. */
    private static void refuseOthers(Observation seen, VolumeName volume) {
        List<Disk> others =
                seen.disks().stream()
                        .filter(disk -> disk.ref().volume().equals(volume) && disk.trash() == null)
                        .filter(disk ->
                                !disk.tags()
                                        .getOrDefault("kompox.dev/operation", "")
                                        .startsWith("up-"))
                        .toList();
        if (!others.isEmpty()) {
            throw new Refusal(
                    "volume "
                            + volume
                            + " has no disk assigned, but there is "
                            + Rules.list(others.stream().map(Disk::ref).toList()),
                    "kompox disk assign " + others.getFirst().ref());
        }
    }

    private static void add(Steps steps, Observation seen, VolumeName volume, boolean target) {
        String prefix = target ? "target." : "";
        String name = name(seen, volume);
        StepId made =
                steps.add(
                        prefix + "disk.create " + volume,
                        "make disk " + volume + "/" + name,
                        "the volume has none yet",
                        type(CreateDisk.NAME, target),
                        Fields.of(
                                "volume",
                                volume.value(),
                                "disk",
                                name,
                                "source",
                                "blank",
                                "size",
                                size(seen, volume)),
                        List.of(),
                        COST);
        steps.quiet(
                prefix + "disk.assign " + volume,
                "give volume " + volume + " disk " + name,
                type(AssignDisk.NAME, target),
                Fields.of("volume", volume.value(), "disk", name),
                List.of(made),
                Reversal.UNDO);
    }

    private static String type(String name, boolean target) {
        return target ? MoveSteps.atTarget(name) : name;
    }

    /** A disk that an earlier attempt left half way is taken up again. */
    private static String name(Observation seen, VolumeName volume) {
        return seen.disks().stream()
                .filter(disk -> disk.ref().volume().equals(volume) && disk.trash() == null)
                .map(disk -> disk.ref().name().value())
                .findFirst()
                .orElseGet(() -> FreeName.like(seen, volume, "main").value());
    }

    /** What the App document says. */
    static @Nullable Long size(Observation seen, VolumeName volume) {
        App document = seen.workload().document();
        return document == null
                ? null
                : document.volumes().stream()
                        .filter(one -> one.name().equals(volume.value()))
                        .map(one -> one.size().bytes())
                        .findFirst()
                        .orElse(null);
    }
}
