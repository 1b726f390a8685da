package dev.kompox.driver.csi;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.disk.ByteSize;

/** Copies what a disk holds to the claim of its snapshot. */
@FunctionalInterface
interface SnapshotCopy {

    /**
     * Copy.
     *
     * @param what what is copied, for people
     * @return the bytes that it is
     */
    ByteSize copy(String what, Claim disk, Claim snapshot, Call call);
}
