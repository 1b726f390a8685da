package dev.kompox.driver.csi.claim;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.util.Optional;

/**
 * What is wrong with a disk or snapshot, if anything.
 *
 * @param claim it
 * @param what what it is called, e.g. {@code "disk db/main"}
 * @param remedy the command that shows it
 */
public record Condition(Claim claim, String what, String remedy) {

    /** Look at a disk. */
    public static Condition of(Claim disk) {
        return new Condition(disk, "disk " + disk.ref(), "kompox disk list");
    }

    /** Look at a snapshot. */
    public static Condition of(SnapshotClaim one) {
        return new Condition(one.claim(), "snapshot " + one.ref(), "kompox snapshot list");
    }

    /** Say in one sentence what somebody else did to it; empty if nothing. */
    public Optional<String> damage() {
        if (claim.claim() == null) {
            return Optional.of("its claim was removed; its volume and its bytes are still there");
        }
        return claim.phase().equals("Lost") ? Optional.of("its volume is gone") : Optional.empty();
    }

    /**
     * Refuse what no pod can mount.
     *
     * @throws DriverException {@code NotFound} if the claim was removed
     */
    public void expectMountable() {
        if (claim.claim() == null) {
            throw new DriverException(
                    new Category.NotFound(), "the claim of " + what + " was removed", remedy);
        }
    }

    /**
     * Refuse what is not to be copied from.
     *
     * @param complete whether it holds all that it should
     * @throws DriverException {@code NotFound} if the claim was removed; {@code Invalid} if it is
     *     not complete, damaged, or going away
     */
    public void expectWhole(boolean complete) {
        expectMountable();
        String flaw = complete ? damage().orElse("") : "it is not complete";
        String sentence = claim.deleting() ? "it is just going away" : flaw;
        if (!sentence.isEmpty()) {
            throw new DriverException(
                    new Category.Invalid(), what + " cannot be used: " + sentence, remedy);
        }
    }
}
