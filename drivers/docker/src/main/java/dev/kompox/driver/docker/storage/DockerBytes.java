package dev.kompox.driver.docker.storage;

import dev.kompox.driver.Bytes;
import dev.kompox.driver.bytes.HelperCommand;
import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.bytes.Program;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.manifest.id.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Programs of the helper image beside volumes and directories, and the sizes that the engine tells.
 */
public final class DockerBytes implements Bytes {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Engine engine;
    private final Helpers helpers;
    private final DockerDisks disks;
    private final DockerSnapshots snapshots;

    /** Work beside the disks and snapshots of some apps. */
    public DockerBytes(
            Engine engine, Helpers helpers, DockerDisks disks, DockerSnapshots snapshots) {
        this.engine = engine;
        this.helpers = helpers;
        this.disks = disks;
        this.snapshots = snapshots;
    }

    @Override
    public HelperSession open(List<Mount> mounts, Call call) {
        List<HelperMount> wanted = new ArrayList<>();
        for (Mount mount : mounts) {
            wanted.add(new HelperMount(mount.at(), nativeId(mount.what()), mount.readOnly()));
        }
        return new Session(helpers.start(wanted));
    }

    @Override
    public SequencedMap<String, ByteSize> usage(AppId app, Call call) {
        Map<String, Long> sizes = new HashMap<>();
        for (JsonValue volume : measured(call).items()) {
            sizes.put(volume.get("Name").text(), volume.get("UsageData").get("Size").number());
        }
        SequencedMap<String, ByteSize> usage = new LinkedHashMap<>();
        for (Disk disk : disks.list(app)) {
            if (disk.nativeId().startsWith("/")) {
                usage.put(
                        disk.nativeId(),
                        new ByteSize(new Copier(helpers).measure(disk.nativeId())));
            } else {
                put(usage, sizes, disk.nativeId());
            }
        }
        for (Snapshot snapshot : snapshots.list(app)) {
            put(usage, sizes, snapshot.nativeId());
        }
        return usage;
    }

    /** The engine measures for one caller at a time and refuses the others. */
    private JsonValue measured(Call call) {
        Instant latest = call.time().now().plus(LONGEST);
        while (true) {
            try {
                return engine.diskUsage().get("Volumes");
            } catch (DriverException e) {
                boolean busy = e.sentence().contains("already running");
                if (!busy || call.expired() || call.time().now().isAfter(latest)) {
                    throw e;
                }
                pause(call);
            }
        }
    }

    private static void pause(Call call) {
        try {
            call.time().sleep(POLL);
        } catch (InterruptedException e) {
            throw DriverException.interrupted("waiting for the engine to measure", e);
        }
    }

    private static void put(
            SequencedMap<String, ByteSize> usage, Map<String, Long> sizes, String name) {
        Long size = sizes.get(name);
        if (size != null && size >= 0) {
            usage.put(name, new ByteSize(size));
        }
    }

    private String nativeId(Mount.What what) {
        return switch (what) {
            case Mount.OfDisk(DiskRef ref) ->
                    disks.find(ref).orElseThrow(() -> absent(ref)).nativeId();
            case Mount.OfSnapshot(SnapshotRef ref) ->
                    snapshots.list(ref.app()).stream()
                            .filter(one -> one.ref().equals(ref))
                            .findFirst()
                            .orElseThrow(() -> absent(ref))
                            .nativeId();
        };
    }

    private static DriverException absent(Object ref) {
        return new DriverException(
                new Category.NotFound(), "there is no " + ref, "kompox disk list");
    }

    /** A helper that runs the programs of the interface. */
    private record Session(HelperContainer helper) implements HelperSession {

        @Override
        public int run(Program program, Streams streams, Call call) {
            if (!(streams instanceof Streams.Piped piped)) {
                throw new IllegalArgumentException("a helper's streams pass through the caller");
            }
            HelperCommand command = HelperCommand.of(program);
            return helper.run(
                    command.line(), HelperCommand.streams(program, piped, call), command.reads());
        }

        @Override
        public void close() {
            helper.close();
        }
    }
}
