package dev.kompox.driver.runtime;

import dev.kompox.compose.model.Project;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.manifest.id.AppId;
import dev.kompox.manifest.kom.App;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Describe an app to be run: its Compose project and where it finds its volumes.
 *
 * @param app the app
 * @param project the Compose project as loaded
 * @param slots each volume with its slot, in the project's order
 * @param users the services that mount each volume for writing or reading, in the project's order
 * @param document what its KOM document says beyond the project; null if it has none
 */
public record Workload(
        AppId app,
        Project project,
        SequencedMap<VolumeName, Slot> slots,
        SequencedMap<VolumeName, List<String>> users,
        @Nullable App document) {

    /** Copies the maps. */
    public Workload {
        slots = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(slots));
        users = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(users));
    }

    /** Describe an app that has no KOM document. */
    public Workload(
            AppId app,
            Project project,
            SequencedMap<VolumeName, Slot> slots,
            SequencedMap<VolumeName, List<String>> users) {
        this(app, project, slots, users, null);
    }

    /** Return the keys of the volumes that are directories of the machine, by absolute path. */
    public SequencedMap<String, String> directories() {
        SequencedMap<String, String> directories = new LinkedHashMap<>();
        slots.forEach((volume, slot) -> {
            if (slot instanceof Slot.Directory(Path path)) {
                directories.put(path.toString(), volume.value());
            }
        });
        return directories;
    }

    /** Return the same app with its KOM document. */
    public Workload with(@Nullable App document) {
        return new Workload(app, project, slots, users, document);
    }
}
