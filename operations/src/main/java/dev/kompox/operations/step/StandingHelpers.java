package dev.kompox.operations.step;

import dev.kompox.driver.call.Call;
import dev.kompox.transfer.move.TreeMove;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the helpers of a move standing between the rounds while the app runs and the last one, when
 * it does not: starting them takes seconds that the app would be down for. They live as long as
 * this process at most; a process that goes on later starts its own.
 */
final class StandingHelpers {

    private @Nullable TreeMove standing;
    private List<TreeMove.Pair> pairs = List.of();

    /** Return helpers for some disks: those that stand, or new ones. The caller closes them. */
    synchronized TreeMove take(List<TreeMove.Pair> wanted, Journey journey, Call call) {
        TreeMove known = standing;
        standing = null;
        if (known != null && pairs.equals(wanted)) {
            return known;
        }
        Optional.ofNullable(known).ifPresent(TreeMove::close);
        return TreeMove.open(
                journey.source().bytes(),
                journey.target().bytes(),
                wanted,
                journey.transport(),
                call);
    }

    /** Let helpers stand until they are taken again. */
    synchronized void keep(List<TreeMove.Pair> of, TreeMove move) {
        close();
        standing = move;
        pairs = List.copyOf(of);
    }

    /** Remove what stands. */
    synchronized void close() {
        TreeMove known = standing;
        standing = null;
        if (known != null) {
            known.close();
        }
    }
}
