package dev.kompox.operations.step;

import dev.kompox.driver.bytes.Program.Care;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.engine.StepContext;
import dev.kompox.operations.engine.StepType;
import dev.kompox.operations.json.Fields;
import dev.kompox.transfer.move.Moved;
import dev.kompox.transfer.move.TreeMove;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copy the disks while the app runs, in rounds: each moves only what has changed since the one
 * before. Ends when a round is short, rounds get no shorter, or after {@code maxRounds}; then the
 * downtime is predicted, and refused if it would be longer than wished. The helpers are left
 * standing for the last round; undo removes them, the disks written are undone by the steps that
 * made them.
 *
 * <p>Arguments: {@code from} and {@code to} (objects of volume and disk), {@code maxRounds}, {@code
 * maxDowntimeMillis} or absent, {@code stopMillis} and {@code startMillis} (what stopping and
 * starting are expected to take). Result: {@code rounds}, {@code wire}, {@code total}, {@code
 * lastMillis}, {@code predictedMillis}.
 */
public final class SeedDisks implements StepType {

    /** The name of this type. */
    public static final String NAME = "move.seed";

    private final Journey journey;

    /** Work between two places. */
    public SeedDisks(Journey journey) {
        this.journey = journey;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A round as short as this is not worth another. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** As little as this is hashed in no time. */
    private static final long LITTLE = 64L << 20;

    /** Hashing both ends, bytes per second: an ordinary SSD, measured well below its peak. */
    public static final long VERIFYING = 400L << 20;

    @Override
    public Fields run(StepContext context) {
        Fields arguments = context.arguments();
        Call call = context.call();
        List<TreeMove.Pair> pairs = journey.pairs(arguments);
        if (pairs.isEmpty()) {
            return Fields.of("rounds", 0L, "wire", 0L, "total", 0L, "predictedMillis", 0L);
        }
        TreeMove move = journey.helpers().take(pairs, journey, call);
        boolean done = false;
        try {
            Fields result = rounds(move, pairs, arguments, call);
            done = true;
            return result;
        } finally {
            if (done) {
                journey.helpers().keep(pairs, move);
            } else {
                move.close();
            }
        }
    }

    private static Fields rounds(
            TreeMove move, List<TreeMove.Pair> pairs, Fields arguments, Call call) {
        long used = expectRoom(move.source(call), move.target(call), pairs);
        long wire = 0;
        Moved last = Moved.NOTHING;
        long rounds = 0;
        long most = arguments.number("maxRounds");
        while (rounds < most) {
            Moved moved = move.round(Care.LIVE, rounds == 0 ? used : -1, call);
            rounds++;
            wire += moved.wire();
            tell(rounds, moved, call);
            boolean shrinks = rounds == 1 || moved.took().compareTo(last.took()) < 0;
            last = moved;
            if (moved.took().compareTo(SHORT) < 0 || !shrinks) {
                break;
            }
        }
        boolean remembered = last.total() > LITTLE;
        if (remembered) {
            call.progress().note("hashing " + new ByteSize(last.total()) + " while the app runs");
            move.remember(call);
            last = move.round(Care.LIVE, -1, call);
            rounds++;
            wire += last.wire();
            tell(rounds, last, call);
        }
        long predicted = predict(arguments, last, remembered ? last.changed() : last.total());
        refuseTooLong(arguments, predicted);
        call.progress()
                .note(
                        "downtime ahead: about "
                                + seconds(Duration.ofMillis(predicted))
                                + ", and what the app writes as it stops");
        return Fields.of(
                "rounds", rounds,
                "wire", wire,
                "total", last.total(),
                "lastMillis", last.took().toMillis(),
                "predictedMillis", predicted);
    }

    private static long expectRoom(
            List<TreeMove.Size> source, List<TreeMove.Size> target, List<TreeMove.Pair> pairs) {
        long all = 0;
        for (int i = 0; i < pairs.size(); i++) {
            long need = source.get(i).used();
            all += need;
            // what an earlier attempt has left there is replaced
            long left = target.get(i).used();
            long room = Math.min(target.get(i).free(), Long.MAX_VALUE - left) + left;
            if (need > room) {
                throw new DriverException(
                        new Category.Quota(
                                "space at the target",
                                need + " bytes needed",
                                room + " bytes free"),
                        "volume "
                                + pairs.get(i).from().volume()
                                + " holds "
                                + new ByteSize(need)
                                + ", and the target has room for "
                                + new ByteSize(room),
                        "Make room there, then move again");
            }
        }
        return all;
    }

    private static void tell(long rounds, Moved moved, Call call) {
        call.progress()
                .note(
                        "round "
                                + rounds
                                + ": "
                                + new ByteSize(moved.literal())
                                + " of "
                                + new ByteSize(moved.total())
                                + " in "
                                + seconds(moved.took()));
    }

    private static long predict(Fields arguments, Moved last, long hashed) {
        return arguments.number("stopMillis")
                + last.took().toMillis()
                + hashed * 1000 / VERIFYING
                + arguments.number("startMillis");
    }

    private static void refuseTooLong(Fields arguments, long predicted) {
        if (arguments.has("maxDowntimeMillis")
                && predicted > arguments.number("maxDowntimeMillis")) {
            throw new DriverException(
                    new Category.Invalid(),
                    "the app would be down for about "
                            + seconds(Duration.ofMillis(predicted))
                            + ", and --max-downtime is "
                            + seconds(Duration.ofMillis(arguments.number("maxDowntimeMillis"))),
                    "Move when less is written, or allow more with --max-downtime");
        }
    }

    private static String seconds(Duration time) {
        long tenths = (time.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }

    @Override
    public Optional<Fields> verify(StepContext context) {
        return Optional.empty();
    }

    @Override
    public void undo(StepContext context, @Nullable Fields result) {
        journey.helpers().close();
    }
}
