package dev.kompox.driver.docker.storage;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.docker.compose.Labels;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.VolumeInfo;
import dev.kompox.manifest.id.AppId;
import java.util.SequencedMap;

/**
 * Volumes that stand where those of an app were that moved away. They cannot be mounted, so neither
 * Kompox nor docker compose starts the app on empty disks; the path in the engine's complaint tells
 * why.
 */
public final class Seals {

    private final Engine engine;
    private final Slots slots;

    /** Seal the volumes of some apps. */
    public Seals(Engine engine, Slots slots) {
        this.engine = engine;
        this.slots = slots;
    }

    /** Tell whether a volume is a seal. */
    static boolean is(VolumeInfo volume) {
        return Tags.KIND_SEAL.equals(volume.labels().get(Tags.KIND));
    }

    /** Put a seal where a volume finds no disk; what is there stays. */
    public void put(AppId app, String reason, Call call) {
        for (VolumeName volume : slots.volumes(app)) {
            String slot = slots.of(app, volume);
            if (slot.startsWith("/") || engine.volume(slot).isPresent()) {
                continue;
            }
            SequencedMap<String, String> labels = Tags.of(app, Tags.KIND_SEAL, call);
            labels.put(Tags.VOLUME, volume.value());
            if (!slots.external(app, volume)) {
                labels.put(Labels.PROJECT, slots.project(app));
                labels.put(Labels.VOLUME, volume.value());
            }
            engine.createVolumeOf(slot, labels, "/kompox/" + plain(reason));
        }
    }

    /** Take the seals away. */
    public void remove(AppId app) {
        for (VolumeName volume : slots.volumes(app)) {
            String slot = slots.of(app, volume);
            if (!slot.startsWith("/") && engine.volume(slot).filter(Seals::is).isPresent()) {
                engine.removeVolume(slot);
            }
        }
    }

    /** Words that can be a path. */
    private static String plain(String reason) {
        return reason.replaceAll("[^A-Za-z0-9.:]+", "-");
    }
}
