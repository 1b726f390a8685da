package dev.kompox.lab;

import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.lab.fault.Faults;
import java.time.Instant;
import java.util.List;

/** Some frozen containers, and the watchdog beside them; guarded by the world. */
final class Ice {

    final Faults process;
    final List<Box> boxes;
    final Instant since;
    final Instant until;
    private boolean whole = true;

    Ice(Faults process, List<Box> boxes, Instant since, Instant until) {
        this.process = process;
        this.boxes = boxes;
        this.since = since;
        this.until = until;
    }

    /** Tell whether all were frozen all the time until now. */
    boolean unbroken() {
        return whole
                && boxes.stream().allMatch(box -> box.ice == this && box.phase == Phase.PAUSED);
    }

    /** Thaw too early, as a watchdog does. */
    void melt() {
        whole = false;
        thaw();
    }

    void thaw() {
        for (Box box : boxes) {
            if (box.ice == this && box.phase == Phase.PAUSED) {
                box.phase = Phase.RUNNING;
                box.ice = null;
            }
        }
    }
}
