package dev.kompox.cli.snapshot;

import dev.kompox.cli.command.UsageException;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Words;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.RestorePoint;
import java.util.List;

/** Read and show restore points. */
final class Points {

    private Points() {}

    static SnapshotName name(String typed) {
        try {
            return new SnapshotName(typed);
        } catch (IllegalArgumentException e) {
            throw invalid(e, "Give a name such as before-upgrade");
        }
    }

    static List<VolumeName> volumes(List<String> typed) {
        try {
            return typed.stream().map(VolumeName::new).toList();
        } catch (IllegalArgumentException e) {
            throw invalid(e, "kompox disk list");
        }
    }

    static Object document(RestorePoint point, Observation seen) {
        long bytes = seen.bytes(point.nativeIds());
        return Answer.document(
                "name", point.name().value(),
                "takenAt", point.takenAt().toString(),
                "volumes", Answer.texts(point.volumes()),
                "missing", Answer.texts(point.missing()),
                "complete", point.complete(),
                "consistency", point.consistency().word(),
                "usedBytes", bytes < 0 ? null : bytes,
                "place", seen.location().toString());
    }

    /** Return the word for people. */
    static String consistency(RestorePoint point) {
        return switch (point.consistency()) {
            case STOPPED -> "stopped";
            case FROZEN_GROUP -> "frozen";
            case CRASH_GROUP -> "power cut";
            case CRASH_EACH -> "power cut, disk by disk";
        };
    }

    static String size(RestorePoint point, Observation seen) {
        return Words.bytes(seen.bytes(point.nativeIds()));
    }

    private static UsageException invalid(IllegalArgumentException e, String remedy) {
        return new UsageException(String.valueOf(e.getMessage()), "", remedy);
    }
}
