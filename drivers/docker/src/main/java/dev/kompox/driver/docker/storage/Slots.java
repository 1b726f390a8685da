package dev.kompox.driver.docker.storage;

import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.VolumeInfo;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.manifest.id.AppId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Know where each volume of the apps at hand finds its disk: a volume's name, or a directory's
 * path.
 */
public final class Slots {

    private final SequencedMap<AppId, Workload> workloads = new LinkedHashMap<>();

    /** Know the slots of some apps. */
    public Slots(List<Workload> workloads) {
        workloads.forEach(workload -> this.workloads.put(workload.app(), workload));
    }

    /** Return the app's volumes, in order. */
    List<VolumeName> volumes(AppId app) {
        return List.copyOf(workload(app).slots().keySet());
    }

    /** Return the native id of a volume's slot: a volume's name, or an absolute path. */
    String of(AppId app, VolumeName volume) {
        return switch (slot(app, volume)) {
            case Slot.EngineVolume(String name, boolean _) -> name;
            case Slot.Directory(Path path) -> path.toString();
            case Slot.Derived() -> project(app) + "_" + volume;
        };
    }

    /** Tell whether the slot is declared external: never made or removed on the app's behalf. */
    boolean external(AppId app, VolumeName volume) {
        return slot(app, volume) instanceof Slot.EngineVolume(String _, boolean external)
                && external;
    }

    /** Return what the names of a volume's other disks and snapshots begin with. */
    String stem(AppId app, VolumeName volume) {
        return slot(app, volume) instanceof Slot.Directory
                ? project(app) + "_" + volume
                : of(app, volume);
    }

    String project(AppId app) {
        return workload(app).project().name();
    }

    /** Tell whether the slot is there: a volume that exists, or any directory. */
    static boolean exists(Engine engine, String nativeId) {
        return nativeId.startsWith("/") || engine.volume(nativeId).isPresent();
    }

    /**
     * Tell whether a volume's data is a plain directory of the engine, which can be exchanged with
     * another.
     */
    static boolean plain(VolumeInfo volume) {
        return volume.driver().equals("local")
                && volume.options().isEmpty()
                && volume.mountpoint().endsWith("/_data");
    }

    private Slot slot(AppId app, VolumeName volume) {
        Slot slot = workload(app).slots().get(volume);
        if (slot == null) {
            throw new DriverException(
                    new Category.NotFound(),
                    "app " + app.app() + " has no volume \"" + volume + "\"",
                    "kompox disk list");
        }
        return slot;
    }

    private Workload workload(AppId app) {
        Workload workload = workloads.get(app);
        if (workload == null) {
            throw new DriverException(
                    new Category.NotFound(),
                    "this driver was not opened for app " + app,
                    "kompox status");
        }
        return workload;
    }
}
