package dev.kompox.operations.plan;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.operations.engine.Cost;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlannedStep.Reversal;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.engine.StepId;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.step.ProveFree;
import dev.kompox.operations.step.RemoveApp;
import dev.kompox.operations.step.TrashDisk;
import dev.kompox.operations.step.UnassignDisk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Plan taking an app down: its instances and networks go, its disks stay unless asked for. */
public final class DestroyPlan {

    private DestroyPlan() {}

    /**
     * Say what is wanted.
     *
     * @param disks whether the assigned disks go into the trash
     * @param keep how long they stay there
     * @param orphans whether instances of services that are no longer in the project go too
     */
    public record Wish(boolean disks, Duration keep, boolean orphans) {}

    /**
     * Make the plan; it is empty if there is nothing to take down.
     *
     * @throws Refusal if disks are to go that something foreign writes to
     */
    public static Plan of(Observation seen, Wish wish) {
        Steps steps = new Steps();
        List<VolumeName> volumes = wish.disks() ? ownVolumes(seen) : List.of();
        Rules.onlyOwnUsers(seen, volumes);
        steps.assume(AppFacts.running(seen));
        volumes.forEach(volume -> steps.assume(AppFacts.assigned(seen, volume)));
        Pause.of(seen, List.copyOf(seen.workload().slots().keySet()))
                .stopForRemoval(steps, "writers end cleanly first");
        remove(steps, seen, wish);
        volumes.forEach(volume -> discard(steps, seen, volume, wish.keep()));
        if (!volumes.isEmpty() && seen.owner() != null) {
            SequencedMap<VolumeName, @Nullable DiskName> none = new LinkedHashMap<>();
            volumes.forEach(volume -> none.put(volume, null));
            Owner.write(steps, seen, none);
        }
        seen.disks().stream()
                .filter(disk -> !volumes.contains(disk.ref().volume()) || !disk.assigned())
                .forEach(disk -> steps.leave("disk " + disk.ref()));
        seen.restorePoints().forEach(point -> steps.leave("restore point " + point.name()));
        return steps.plan(
                seen,
                "destroy",
                "dn",
                "take down " + Rules.name(seen) + (wish.disks() ? " and its disks" : ""),
                wish.disks() ? Plan.OnFailure.ROLL_BACK : Plan.OnFailure.STAY);
    }

    private static void remove(Steps steps, Observation seen, Wish wish) {
        List<String> ran =
                seen.state().instances().stream()
                        .filter(InstanceState::alive)
                        .map(InstanceState::service)
                        .distinct()
                        .toList();
        steps.add(
                "app.remove",
                "remove containers and networks of " + Rules.name(seen),
                "asked for",
                RemoveApp.NAME,
                Fields.of("orphans", wish.orphans(), "ran", ran),
                steps.all(),
                Cost.ofTime(Duration.ofSeconds(1)));
    }

    private static void discard(Steps steps, Observation seen, VolumeName volume, Duration keep) {
        DiskRef ref = seen.assigned(volume).map(Disk::ref).orElseThrow();
        Fields arguments =
                Fields.of(
                        "volume", volume.value(),
                        "disk", ref.name().value(),
                        "keepSeconds", keep.toSeconds());
        StepId proof =
                steps.quiet(
                        "disk.prove-free " + volume,
                        "prove that nobody writes to " + volume,
                        ProveFree.NAME,
                        arguments,
                        steps.all(),
                        Reversal.NOTHING);
        StepId unassign =
                steps.add(
                        "disk.unassign " + volume,
                        "take disk " + ref + " from its volume",
                        "only a disk that no volume uses can go",
                        UnassignDisk.NAME,
                        arguments,
                        List.of(proof),
                        Cost.NONE);
        steps.add(
                "disk.trash " + volume,
                "put disk " + ref + " into the trash for " + Rules.term(keep),
                "asked for",
                TrashDisk.NAME,
                arguments,
                List.of(proof, unassign),
                Cost.NONE);
    }

    /** External volumes and directories belong to somebody else, as for docker compose. */
    private static List<VolumeName> ownVolumes(Observation seen) {
        List<VolumeName> own = new ArrayList<>();
        for (VolumeName volume : seen.volumesWithDisk()) {
            boolean external =
                    seen.workload().slots().get(volume)
                                    instanceof Slot.EngineVolume(String _, boolean ext)
                            && ext;
            if (!external && !seen.isDirectory(volume)) {
                own.add(volume);
            }
        }
        return own;
    }
}
