package dev.kompox.lab;

import dev.kompox.driver.disk.ByteSize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Say what kind of provider a world is.
 *
 * @param defaultSize the size of a disk for which none was asked; null where disks have no size of
 *     their own
 * @param grouped whether the snapshots of a set show one instant
 * @param snapshotTakes how long a snapshot is {@code Creating}; zero means usable at once
 * @param diskTakes how long making a disk takes
 */
public record Traits(
        @Nullable ByteSize defaultSize,
        boolean grouped,
        Duration snapshotTakes,
        Duration diskTakes) {

    /** Be like a Docker Engine: disks without a size, everything at once. */
    public static Traits engine() {
        return new Traits(null, false, Duration.ZERO, Duration.ZERO);
    }

    /** Be like a cloud: disks with a size, grouped snapshots, everything takes its time. */
    public static Traits cloud() {
        return new Traits(
                new ByteSize(1L << 30), true, Duration.ofSeconds(40), Duration.ofSeconds(5));
    }
}
