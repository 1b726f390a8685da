package dev.kompox.driver.disk;

import dev.kompox.driver.snapshot.SnapshotRef;

/** Say what a new disk holds at first. */
public sealed interface Source {

    /** Nothing. */
    record Blank() implements Source {
        @Override
        public String toString() {
            return "blank";
        }
    }

    /**
     * A copy of what another disk holds at the moment of the call.
     *
     * @param disk the disk to copy; nobody may be writing to it
     */
    record OfDisk(DiskRef disk) implements Source {
        @Override
        public String toString() {
            return "disk:" + disk;
        }
    }

    /**
     * What a snapshot holds.
     *
     * @param snapshot the snapshot; it must be usable
     */
    record OfSnapshot(SnapshotRef snapshot) implements Source {
        @Override
        public String toString() {
            return "snapshot:" + snapshot;
        }
    }

    /**
     * Something of the provider's own that Kompox did not make.
     *
     * @param id the provider's id; opaque above the driver
     */
    record Native(String id) implements Source {
        @Override
        public String toString() {
            return id;
        }
    }
}
