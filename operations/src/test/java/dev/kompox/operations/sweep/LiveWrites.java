package dev.kompox.operations.sweep;

import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.lab.LabWorld;
import dev.kompox.operations.world.TestApp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Let the app write all the while, and remember what was acknowledged: a disk that has taken a
 * write must be there at the end, with exactly what it held then.
 */
final class LiveWrites {

    private static final String FILE = "live";

    private final LabWorld world;
    private final Map<DiskRef, String> acknowledged = new LinkedHashMap<>();
    private int number;

    LiveWrites(LabWorld world) {
        this.world = world;
    }

    /** Write to every volume that something of the app runs on. */
    void goOn() {
        synchronized (world) {
            for (VolumeName volume : List.of(TestApp.DB, TestApp.FILES)) {
                number++;
                world.append(TestApp.ID, volume, FILE, "write " + number)
                        .ifPresent(disk ->
                                acknowledged.put(disk, world.tree(disk).orElseThrow().read(FILE)));
            }
        }
    }

    /** Return the disks that lost a write. */
    List<String> lost() {
        synchronized (world) {
            List<String> lost = new ArrayList<>();
            acknowledged.forEach((disk, wanted) -> {
                if (!holds(disk, wanted)) {
                    lost.add(disk + " lost writes of the app");
                }
            });
            return lost;
        }
    }

    private boolean holds(DiskRef disk, String wanted) {
        return world.tree(disk)
                .flatMap(tree -> tree.find(FILE))
                .map(entry -> entry.content().text().equals(wanted))
                .orElse(false);
    }
}
