package dev.kompox.cli.output;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.Trash;
import dev.kompox.operations.plan.DiskPlans;
import dev.kompox.operations.plan.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Say how long disks stay in the trash. Nothing there goes by itself, for that would surprise. */
public final class Trashed {

    private Trashed() {}

    /** Say how long one stays, rounded up: {@code 7 days left}; {@code time over}. */
    public static String left(Trash trash, Instant now) {
        Duration left = Duration.between(now, trash.until());
        if (!left.isPositive()) {
            return "time over";
        }
        ChronoUnit unit =
                left.compareTo(Duration.ofHours(47)) >= 0
                        ? ChronoUnit.DAYS
                        : left.compareTo(Duration.ofHours(1)) >= 0
                                ? ChronoUnit.HOURS
                                : ChronoUnit.MINUTES;
        return Words.age(now, trash.until().plus(1, unit).minusSeconds(1)) + " left";
    }

    /** Say how many disks could be deleted for good by now; empty if none could. */
    public static Optional<String> over(Observation seen) {
        List<Disk> over = DiskPlans.overdue(seen, seen.at());
        if (over.isEmpty()) {
            return Optional.empty();
        }
        long bytes = seen.bytes(over.stream().map(Disk::nativeId).toList());
        return Optional.of(
                "In the trash longer than need be: "
                        + Words.count(over.size(), "disk")
                        + (bytes < 0 ? "" : ", " + Words.bytes(bytes))
                        + ". Delete for good: kompox disk expire");
    }
}
