package dev.kompox.operations.step;

import dev.kompox.driver.bytes.Program.Care;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import dev.kompox.transfer.TreeComparison;
import dev.kompox.transfer.move.Moved;
import dev.kompox.transfer.move.TreeMove;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copy what has changed since the last round, the app being stopped, and prove that both ends are
 * equal: every entry and every byte of content, compared by hash and apart from the copying.
 *
 * <p>Arguments: {@code from} and {@code to} (objects of volume and disk). Result: {@code literal},
 * {@code wire}, {@code copyMillis}, {@code verifyMillis}, {@code digests} (of each volume's
 * manifest).
 */
public final class FinishDisks implements StepType {

    /** The name of this type. */
    public static final String NAME = "move.finish";

    private final Journey journey;

    /** Work between two places. */
    public FinishDisks(Journey journey) {
        this.journey = journey;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Fields run(StepContext context) {
        Call call = context.call();
        List<TreeMove.Pair> pairs = journey.pairs(context.arguments());
        if (pairs.isEmpty()) {
            return Fields.of("literal", 0L, "wire", 0L, "copyMillis", 0L, "verifyMillis", 0L);
        }
        try (TreeMove move = journey.helpers().take(pairs, journey, call)) {
            Moved moved = move.round(Care.AT_REST, -1, call);
            Instant copied = call.time().now();
            List<TreeComparison> comparisons = move.compare(call);
            if (!comparisons.stream().allMatch(TreeComparison::equal)) {
                call.progress()
                        .warning(
                                "the copy differs though sizes and times agree; every byte is read");
                move.round(Care.EVERY_BYTE, -1, call);
                comparisons = move.compare(call);
            }
            expectEqual(pairs, comparisons);
            List<String> digests = new ArrayList<>();
            for (int i = 0; i < pairs.size(); i++) {
                digests.add(
                        pairs.get(i).from().volume() + " " + comparisons.get(i).digests().first());
            }
            return Fields.of(
                    "literal",
                    moved.literal(),
                    "wire",
                    moved.wire(),
                    "copyMillis",
                    moved.took().toMillis(),
                    "verifyMillis",
                    Duration.between(copied, call.time().now()).toMillis(),
                    "digests",
                    digests);
        }
    }

    private static void expectEqual(List<TreeMove.Pair> pairs, List<TreeComparison> comparisons) {
        for (int i = 0; i < pairs.size(); i++) {
            TreeComparison comparison = comparisons.get(i);
            if (!comparison.equal()) {
                throw new DriverException(
                        new Category.Corrupt(),
                        "the copy of volume "
                                + pairs.get(i).from().volume()
                                + " differs from the original: "
                                + comparison.differences().getFirst(),
                        "See whether something else writes to it, then move again");
            }
        }
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {}
}
