package dev.kompox.operations.plan;

import dev.kompox.driver.Capabilities;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Fanout;
import dev.kompox.driver.call.Progress;
import dev.kompox.driver.call.Time;
import dev.kompox.driver.call.Token;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.snapshot.Snapshot;
import dev.kompox.operations.step.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Observe an app and its place: one round of reads, side by side. Changes nothing. */
public final class Observer {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Place place;
    private final Time time;
    private final String by;

    /**
     * Observe at a place.
     *
     * @param by who observes: {@code user@host}
     */
    public Observer(Place place, Time time, String by) {
        this.place = place;
        this.time = time;
        this.by = by;
    }

    /** Observe everything but the bytes in use and the holders of disks. */
    public Observation observe() {
        return observe(false);
    }

    /** Observe everything; measuring bytes can take seconds where there is much data. */
    public Observation observeAll() {
        return observe(true);
    }

    private Observation observe(boolean all) {
        Parts parts = new Parts();
        List<Callable<Object>> reads =
                List.of(
                        () -> parts.capabilities = place.driver().capabilities(),
                        () -> parts.state = place.runtime().observe(place.workload()),
                        () -> parts.disks = place.disks().list(place.app()),
                        () -> parts.snapshots = snapshots(),
                        () -> parts.owner = place.records().read(place.app()),
                        () -> parts.usage = all ? usage() : parts.usage);
        Fanout.all(reads);
        return new Observation(
                place.workload(),
                place.location(),
                Objects.requireNonNull(parts.capabilities),
                Objects.requireNonNull(parts.state),
                parts.disks,
                parts.snapshots,
                parts.owner.map(Versioned::value).orElse(null),
                all ? holders(parts.disks) : new LinkedHashMap<>(),
                parts.usage,
                time.now(),
                by);
    }

    private SequencedMap<VolumeName, List<Holder>> holders(List<Disk> disks) {
        List<Disk> assigned = disks.stream().filter(Disk::assigned).toList();
        SequencedMap<VolumeName, List<Holder>> holders = new LinkedHashMap<>();
        if (assigned.isEmpty()) {
            return holders;
        }
        List<Callable<List<Holder>>> reads =
                assigned.stream()
                        .map(disk ->
                                (Callable<List<Holder>>)
                                        () -> place.attachments().holders(disk.ref()))
                        .toList();
        List<List<Holder>> answers = Fanout.all(reads);
        for (int i = 0; i < assigned.size(); i++) {
            holders.put(assigned.get(i).ref().volume(), answers.get(i));
        }
        return holders;
    }

    private List<Snapshot> snapshots() {
        return place.driver().snapshots().map(facet -> facet.list(place.app())).orElse(List.of());
    }

    private SequencedMap<String, ByteSize> usage() {
        Instant deadline = time.now().plus(LIMIT);
        Token token = new Token("observe", "usage");
        return place.bytes().usage(place.app(), new Call(token, deadline, time, Progress.none()));
    }

    /** What the reads fill in. */
    private static final class Parts {
        private volatile @Nullable Capabilities capabilities;
        private volatile @Nullable AppState state;
        private volatile List<Disk> disks = List.of();
        private volatile List<Snapshot> snapshots = List.of();
        private volatile Optional<Versioned<OwnershipRecord>> owner = Optional.empty();
        private volatile SequencedMap<String, ByteSize> usage = new LinkedHashMap<>();
    }
}
