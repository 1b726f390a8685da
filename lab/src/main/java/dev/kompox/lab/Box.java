package dev.kompox.lab;

import dev.kompox.compose.model.Service;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A container as the world has it; guarded by its world. */
final class Box {

    final String id;
    final String name;
    final Workload workload;
    final Service service;

    /** Whether each volume it mounts may be written to. */
    final SequencedMap<VolumeName, Boolean> mounts;

    final List<String> lines = new ArrayList<>();
    Phase phase = Phase.CREATED;
    @Nullable Integer exitCode;
    @Nullable Instant startedAt;

    /** Who froze it, while it is frozen. */
    @Nullable Ice ice;

    Box(
            String id,
            String name,
            Workload workload,
            Service service,
            SequencedMap<VolumeName, Boolean> mounts) {
        this.id = id;
        this.name = name;
        this.workload = workload;
        this.service = service;
        this.mounts = mounts;
    }

    boolean alive() {
        return phase == Phase.RUNNING || phase == Phase.PAUSED || phase == Phase.RESTARTING;
    }

    boolean writes(VolumeName volume) {
        return mounts.getOrDefault(volume, false);
    }

    Holder holding(VolumeName volume) {
        return new Holder("container", id, name, true, writes(volume), alive());
    }

    void run(Instant now) {
        phase = Phase.RUNNING;
        exitCode = null;
        startedAt = now;
        ice = null;
    }
}
