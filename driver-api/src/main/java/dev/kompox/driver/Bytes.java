package dev.kompox.driver;

import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.manifest.id.AppId;
import java.util.List;
import java.util.SequencedMap;

/** Run fixed programs beside disks and snapshots, and measure them. */
public interface Bytes {

    /**
     * Start a helper with some disks and snapshots mounted.
     *
     * @throws dev.kompox.driver.failure.DriverException {@code NotFound} if one is absent; {@code
     *     InUse} where a disk can have one holder only; {@code Invalid} if the helper image can be
     *     neither found nor made, with the remedy
     */
    HelperSession open(List<Mount> mounts, Call call);

    /**
     * Tell how many bytes each disk and snapshot of an app occupies.
     *
     * @return by native id, in the order of {@link Disks#list} then {@link Snapshots#list}; those
     *     the provider does not tell about are missing
     */
    SequencedMap<String, ByteSize> usage(AppId app, Call call);
}
