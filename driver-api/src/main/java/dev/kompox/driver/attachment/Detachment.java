package dev.kompox.driver.attachment;

import dev.kompox.driver.disk.DiskRef;
import java.util.List;

/**
 * Prove that nobody can write to a disk.
 *
 * @param disk the disk
 * @param evidence one answer of every source that could contradict; never empty
 */
public record Detachment(DiskRef disk, List<Evidence> evidence) {

    /** Refuses a proof without evidence. */
    public Detachment {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a detachment without evidence proves nothing");
        }
    }
}
