package dev.kompox.driver.runtime;

import dev.kompox.compose.model.Project;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.manifest.id.AppId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Describe an app to be run: its Compose project and where it finds its volumes.
 *
 * @param app the app
 * @param project the Compose project as loaded
 * @param slots each volume with its slot, in the project's order
 * @param users the services that mount each volume for writing or reading, in the project's order
 */
public record Workload(
        AppId app,
        Project project,
        SequencedMap<VolumeName, Slot> slots,
        SequencedMap<VolumeName, List<String>> users) {

    /** Copies the maps. */
    public Workload {
        slots = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(slots));
        users = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(users));
    }
}
