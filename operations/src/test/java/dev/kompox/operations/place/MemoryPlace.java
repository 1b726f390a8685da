package dev.kompox.operations.place;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.Bytes;
import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Disks;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Records;
import dev.kompox.driver.Runtime;
import dev.kompox.driver.Snapshots;
import dev.kompox.driver.attachment.Detachment;
import dev.kompox.driver.attachment.Evidence;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.place.Reach;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.manifest.id.AppId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** The driver of a place in memory. */
record MemoryPlace(MemoryState state) implements Driver {

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Location location() {
        return MemoryState.HERE;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, Reach.When.AT_ONCE, false, true, true, true, true, false);
    }

    @Override
    public Optional<Disks> disks() {
        return Optional.of(new MemoryDisks(state));
    }

    @Override
    public Optional<Snapshots> snapshots() {
        return Optional.of(new MemorySnapshots(state));
    }

    @Override
    public Optional<Runtime> runtime() {
        return Optional.of(new MemoryRuntime(state));
    }

    @Override
    public Optional<Bytes> bytes() {
        return Optional.of(new Measured(state));
    }

    @Override
    public Optional<Attachments> attachments() {
        return Optional.of(new Held(state));
    }

    @Override
    public Optional<Records> records() {
        return Optional.of(new Kept(state));
    }

    @Override
    public void close() {}

    private record Measured(MemoryState state) implements Bytes {

        @Override
        public HelperSession open(List<Mount> mounts, Call call) {
            throw new UnsupportedOperationException("not needed here");
        }

        @Override
        public SequencedMap<String, ByteSize> usage(AppId app, Call call) {
            SequencedMap<String, ByteSize> usage = new LinkedHashMap<>();
            synchronized (state) {
                state.drives
                        .values()
                        .forEach(drive ->
                                usage.put("native-" + drive.ref, new ByteSize(drive.bytes.size())));
            }
            return usage;
        }
    }

    private record Held(MemoryState state) implements Attachments {

        @Override
        public List<Holder> holders(DiskRef disk) {
            synchronized (state) {
                return state.drive(disk).assigned
                        ? state.users(disk.volume()).stream()
                                .map(box -> new Holder("box", box.id, box.id, true, true, true))
                                .toList()
                        : List.of();
            }
        }

        @Override
        public Detachment ensureDetached(DiskRef disk, Call call) {
            synchronized (state) {
                waitUntilFree(disk, call);
                return new Detachment(
                        disk, List.of(new Evidence("memory", "nobody", state.time.now())));
            }
        }

        private void waitUntilFree(DiskRef disk, Call call) {
            while (true) {
                try {
                    state.expectFree(disk);
                    return;
                } catch (DriverException e) {
                    if (call.expired()) {
                        throw e;
                    }
                    state.time.pass(Duration.ofSeconds(1));
                }
            }
        }
    }

    private record Kept(MemoryState state) implements Records {

        @Override
        public Optional<Versioned<OwnershipRecord>> read(AppId app) {
            synchronized (state) {
                return Optional.ofNullable(state.record);
            }
        }

        @Override
        public Versioned<OwnershipRecord> swap(String version, OwnershipRecord next, Call call) {
            synchronized (state) {
                String now = read(next.app()).map(Versioned::version).orElse(Versioned.ABSENT);
                if (!now.equals(version)) {
                    throw new DriverException(
                            new Category.Conflict(version, now), "somebody was quicker");
                }
                Versioned<OwnershipRecord> written = new Versioned<>(now + "x", next);
                state.record = written;
                return written;
            }
        }
    }
}
