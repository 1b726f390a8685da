package dev.kompox.driver.csi;

import dev.kompox.driver.Records;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.claim.Book;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.name.Keys;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.manifest.id.AppId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Ownership records in a ConfigMap of the app's namespace. */
final class CsiRecords implements Records {

    /** The name of the ConfigMap. */
    static final String NAME = "kompox-owner";

    private static final String DISKS = "disks";

    private final Book book;
    private final Namespaces namespaces;
    private final Location here;
    private final Supplier<String> cluster;

    /**
     * Keep records.
     *
     * @param here what this cluster is called by whoever reaches it now
     * @param cluster what it is called by everybody
     */
    CsiRecords(Book book, Namespaces namespaces, Location here, Supplier<String> cluster) {
        this.book = book;
        this.namespaces = namespaces;
        this.here = here;
        this.cluster = cluster;
    }

    @Override
    public Optional<Versioned<OwnershipRecord>> read(AppId app) {
        Book.Page page = book.read(app);
        return page.version().isEmpty()
                ? Optional.empty()
                : Optional.of(new Versioned<>(page.version(), decode(app, page.entries())));
    }

    @Override
    public Versioned<OwnershipRecord> swap(String version, OwnershipRecord next, Call call) {
        AppId app = next.app();
        namespaces.ensure(app);
        Book.Page page = book.read(app);
        String nonce = call.token() + "/" + next.epoch() + "/" + next.disks() + "/" + next.place();
        SequencedMap<String, String> marks = page.annotations();
        if (nonce.equals(marks.get(Keys.NONCE)) && version.equals(marks.get(Keys.REPLACED))) {
            return new Versioned<>(page.version(), next); // the answer to this very call was lost
        }
        if (!page.version().isEmpty() && decode(app, page.entries()).epoch() > next.epoch()) {
            throw new DriverException(
                    new Category.Invalid(),
                    "the epoch of " + app.app() + " would fall to " + next.epoch(),
                    "kompox status");
        }
        if (!page.version().equals(version)) {
            throw lost(next);
        }
        return book.swap(
                        app,
                        version,
                        encode(next),
                        Map.of(Keys.NONCE, nonce, Keys.REPLACED, version))
                .map(newest -> new Versioned<>(newest, next))
                .orElseThrow(() -> lost(next));
    }

    private DriverException lost(OwnershipRecord next) {
        String found = read(next.app()).map(one -> one.value().toString()).orElse("nothing");
        return new DriverException(
                new Category.Conflict(next.toString(), found),
                "somebody else has changed the ownership record of "
                        + next.app().app()
                        + ": "
                        + found,
                "kompox status");
    }

    private SequencedMap<String, String> encode(OwnershipRecord record) {
        SequencedMap<String, String> entries = new LinkedHashMap<>();
        entries.put("epoch", String.valueOf(record.epoch()));
        entries.put("provider", record.place().provider());
        entries.put("region", record.place().region());
        entries.put("zone", record.place().zone());
        entries.put("cluster", record.place().equals(here) ? cluster.get() : "");
        entries.put("since", record.since().toString());
        entries.put("by", record.by());
        entries.put(
                DISKS,
                record.disks().entrySet().stream()
                        .map(one -> one.getKey().value() + "=" + one.getValue().value())
                        .collect(Collectors.joining(" ")));
        return entries;
    }

    private OwnershipRecord decode(AppId app, Map<String, String> entries) {
        SequencedMap<VolumeName, DiskName> disks = new LinkedHashMap<>();
        try {
            for (String one : entries.getOrDefault(DISKS, "").split(" ", -1)) {
                int equals = one.indexOf('=');
                if (equals > 0) {
                    disks.put(
                            new VolumeName(one.substring(0, equals)),
                            new DiskName(one.substring(equals + 1)));
                }
            }
            return new OwnershipRecord(
                    app,
                    Long.parseLong(entries.getOrDefault("epoch", "")),
                    place(entries),
                    disks,
                    Instant.parse(entries.getOrDefault("since", "")),
                    entries.getOrDefault("by", ""));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DriverException(
                    new Category.Corrupt(),
                    "the ownership record of " + app.app() + " cannot be read",
                    "kubectl -n " + namespaces.of(app) + " get configmap kompox-owner -o yaml",
                    null,
                    e);
        }
    }

    /** Read where an app lives from what is recorded of it. */
    Location place(Map<String, String> entries) {
        if (cluster.get().equals(entries.get("cluster"))) {
            return here;
        }
        Location named =
                new Location(
                        entries.getOrDefault("provider", ""),
                        entries.getOrDefault("region", ""),
                        entries.getOrDefault("zone", ""));
        // whoever wrote it had another context of the same name
        return named.equals(here)
                ? Location.of(named.provider(), "another-" + named.region())
                : named;
    }
}
