package dev.kompox.cli.app;

import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Words;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Change;
import dev.kompox.operations.plan.Observation;
import java.util.ArrayList;
import java.util.List;

/** Show what starting would change, one line each. */
final class Changes {

    private Changes() {}

    /** Tell whether something that is there is replaced or removed. */
    static boolean risky(List<Change> changes) {
        return changes.stream()
                .anyMatch(change ->
                        change.verb() == Change.Verb.RECREATE
                                || change.verb() == Change.Verb.REMOVE);
    }

    static List<String> lines(List<Change> changes, Observation seen) {
        Table table = Table.plain();
        for (Change change : changes) {
            boolean disk = change.kind().equals("volume");
            if (!disk) {
                table.row("  " + sign(change) + " " + change.kind(), change.name(), says(change));
            }
        }
        for (VolumeName volume : seen.workload().slots().keySet()) {
            String text = seen.assigned(volume).map(disk -> kept(disk, seen)).orElse("new");
            table.row((text.equals("new") ? "  + " : "  = ") + "disk", volume.value(), text);
        }
        List<String> lines = new ArrayList<>();
        lines.addAll(table.lines(Integer.MAX_VALUE));
        return lines;
    }

    private static String kept(Disk disk, Observation seen) {
        long bytes = seen.bytes(disk.nativeId());
        String size = bytes < 0 ? "" : Words.bytes(bytes) + ", ";
        return disk.nativeId() + "  " + size + Words.age(disk.createdAt(), seen.at()) + " old";
    }

    private static String sign(Change change) {
        return switch (change.verb()) {
            case CREATE -> "+";
            case UPDATE, RECREATE -> "~";
            case START -> ">";
            case REMOVE -> "-";
            case KEEP -> "=";
        };
    }

    private static String says(Change change) {
        String verb =
                switch (change.verb()) {
                    case CREATE -> "new";
                    case UPDATE -> "changed";
                    case RECREATE -> "replaced";
                    case START -> "started";
                    case REMOVE -> "removed";
                    case KEEP -> "stays";
                };
        boolean clear = change.cause().isEmpty() || change.verb() == Change.Verb.CREATE;
        return clear ? verb : verb + ": " + change.cause();
    }
}
