package dev.kompox.lab;

import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.runtime.InstanceState.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who holds a disk of a world; guarded by the world. */
record Holding(LabWorld world) {

    /** List the holders by name. A container holds a disk through the volume that finds it. */
    List<Holder> of(Drive drive) {
        List<Holder> holders = new ArrayList<>(drive.foreign);
        boxes(drive).forEach(box -> holders.add(box.holding(drive.ref.volume())));
        holders.sort(Comparator.comparing(Holder::name));
        return holders;
    }

    List<Box> boxes(Drive drive) {
        world.containers.catchUp(world.time.now());
        return drive.assigned
                ? world.containers.mounting(drive.ref.app(), drive.ref.volume())
                : List.of();
    }

    /** Return the names of the holders that run. */
    List<String> running(Drive drive) {
        return of(drive).stream().filter(Holder::running).map(Holder::toString).toList();
    }

    /** Return the names of the holders that may be writing at this moment; the frozen may not. */
    List<String> writing(Drive drive) {
        List<String> frozen =
                boxes(drive).stream()
                        .filter(box -> box.phase == Phase.PAUSED)
                        .map(box -> box.id)
                        .toList();
        return of(drive).stream()
                .filter(one -> one.running() && one.writes() && !frozen.contains(one.id()))
                .map(Holder::toString)
                .toList();
    }

    /**
     * Return the names of those who run, frozen or not, and could write if they were not frozen.
     */
    List<String> alive(Drive drive) {
        return of(drive).stream()
                .filter(one -> one.running() && one.writes())
                .map(Holder::toString)
                .toList();
    }

    /** Return the names of the foreign holders that may be writing. */
    List<String> strangersWriting(Drive drive) {
        return drive.foreign.stream()
                .filter(one -> one.running() && one.writes())
                .map(Holder::toString)
                .sorted()
                .toList();
    }

    void expectFree(Drive drive) {
        refuse(drive, running(drive));
    }

    void expectUnwritten(Drive drive) {
        refuse(drive, writing(drive));
    }

    void expectUnheld(Drive drive) {
        refuse(drive, of(drive).stream().map(Holder::toString).toList());
    }

    private static void refuse(Drive drive, List<String> holders) {
        if (!holders.isEmpty()) {
            throw Refusal.inUse("disk " + drive.ref, holders);
        }
    }
}
