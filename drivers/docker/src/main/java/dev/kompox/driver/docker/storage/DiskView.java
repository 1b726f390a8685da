package dev.kompox.driver.docker.storage;

import dev.kompox.driver.disk.Disk;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.DiskState;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.VolumeInfo;
import dev.kompox.driver.docker.storage.Book.DiskEntry;
import dev.kompox.driver.place.Location;
import dev.kompox.manifest.id.AppId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * See an app's disks: what the ledger says, what the engine has, and the volumes of a project that
 * Kompox never touched.
 */
final class DiskView {

    /** The name of the disk that a volume had before Kompox knew it. */
    private static final String FIRST = "main";

    private final Engine engine;
    private final Slots slots;
    private final Location location;

    DiskView(Engine engine, Slots slots, Location location) {
        this.engine = engine;
        this.slots = slots;
        this.location = location;
    }

    List<Disk> list(AppId app, Book book) {
        Map<String, VolumeInfo> volumes = new HashMap<>();
        engine.volumes(Map.of()).stream()
                .filter(volume -> !Seals.is(volume))
                .forEach(volume -> volumes.put(volume.name(), volume));
        List<ContainerInfo> containers = engine.containers(Map.of());
        Book whole = implicit(app, book, volumes);
        List<Disk> disks = new ArrayList<>();
        whole.disks()
                .forEach((text, entry) -> {
                    DiskRef ref = ref(app, text);
                    boolean assigned =
                            ref.name().value().equals(whole.assigned().get(ref.volume().value()));
                    disks.add(
                            disk(ref, entry, assigned, volumes.get(entry.nativeId()), containers));
                });
        addHalfMade(app, whole, volumes, disks);
        disks.sort(
                Comparator.comparing(Disk::createdAt)
                        .reversed()
                        .thenComparing(disk -> disk.ref().volume())
                        .thenComparing(disk -> disk.ref().name()));
        return disks;
    }

    /** Complete the book with the disks of volumes that Kompox has not yet written about. */
    Book implicit(AppId app, Book book) {
        Map<String, VolumeInfo> volumes = new HashMap<>();
        for (VolumeName volume : slots.volumes(app)) {
            String slot = slots.of(app, volume);
            if (!slot.startsWith("/")) {
                engine.volume(slot)
                        .filter(found -> !Seals.is(found))
                        .ifPresent(found -> volumes.put(slot, found));
            }
        }
        return implicit(app, book, volumes);
    }

    private Book implicit(AppId app, Book book, Map<String, VolumeInfo> volumes) {
        Book whole = book;
        for (VolumeName volume : slots.volumes(app)) {
            String slot = slots.of(app, volume);
            boolean there = slot.startsWith("/") || volumes.containsKey(slot);
            if (!there || whole.assigned().containsKey(volume.value())) {
                continue;
            }
            String name = FIRST;
            for (int number = 2; whole.disks().containsKey(volume + "/" + name); number++) {
                name = FIRST + "-" + number;
            }
            Instant created = created(volumes.get(slot));
            whole =
                    whole.withDisk(
                                    volume + "/" + name,
                                    new DiskEntry(slot, "blank", "", created, null))
                            .withAssigned(volume.value(), name);
        }
        return whole;
    }

    private Disk disk(
            DiskRef ref,
            DiskEntry entry,
            boolean assigned,
            @Nullable VolumeInfo volume,
            List<ContainerInfo> containers) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put(Tags.APP, ref.app().toString());
        tags.put(Tags.VOLUME, ref.volume().value());
        tags.put(Tags.DISK, ref.name().value());
        tags.put(Tags.OPERATION, entry.operation());
        boolean gone = volume == null && !entry.nativeId().startsWith("/");
        return new Disk(
                ref,
                entry.nativeId(),
                location,
                null,
                volume == null ? "directory" : volume.driver(),
                source(ref.app(), entry.source()),
                gone && !assigned
                        ? new DiskState.Failed(
                                "its volume " + entry.nativeId() + " was removed by somebody else")
                        : state(entry.nativeId(), containers),
                assigned,
                entry.trash(),
                0,
                entry.created(),
                tags);
    }

    private void addHalfMade(
            AppId app, Book book, Map<String, VolumeInfo> volumes, List<Disk> disks) {
        List<String> known = book.disks().values().stream().map(DiskEntry::nativeId).toList();
        for (VolumeInfo volume : volumes.values()) {
            boolean ours =
                    app.toString().equals(volume.labels().get(Tags.APP))
                            && Tags.KIND_DISK.equals(volume.labels().get(Tags.KIND));
            String text = volume.labels().get(Tags.VOLUME) + "/" + volume.labels().get(Tags.DISK);
            if (ours && !known.contains(volume.name()) && !book.disks().containsKey(text)) {
                disks.add(
                        new Disk(
                                ref(app, text),
                                volume.name(),
                                location,
                                null,
                                volume.driver(),
                                source(app, volume.labels().getOrDefault(Tags.SOURCE, "blank")),
                                new DiskState.Creating(),
                                false,
                                null,
                                0,
                                created(volume),
                                volume.labels()));
            }
        }
    }

    private DiskState state(String nativeId, List<ContainerInfo> containers) {
        List<String> holders =
                new Users(engine)
                        .of(nativeId, containers).stream()
                                .filter(user -> user.container().alive())
                                .map(user -> "container " + user.container().name())
                                .sorted()
                                .toList();
        return holders.isEmpty() ? new DiskState.Available() : new DiskState.Attached(holders);
    }

    static DiskRef ref(AppId app, String text) {
        int slash = text.lastIndexOf('/');
        return new DiskRef(
                app,
                new VolumeName(text.substring(0, slash)),
                new DiskName(text.substring(slash + 1)));
    }

    private static Source source(AppId app, String text) {
        return SourceLabel.parse(app, text);
    }

    private static Instant created(@Nullable VolumeInfo volume) {
        if (volume == null) {
            return Instant.EPOCH;
        }
        try {
            return OffsetDateTime.parse(volume.created()).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}
