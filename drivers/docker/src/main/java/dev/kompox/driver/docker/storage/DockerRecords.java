package dev.kompox.driver.docker.storage;

import dev.kompox.driver.Records;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.place.Location;
import dev.kompox.driver.record.OwnershipRecord;
import dev.kompox.driver.record.Versioned;
import dev.kompox.manifest.id.AppId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Ownership records in a ledger. */
public final class DockerRecords implements Records {

    private static final String ENGINE = "engine";

    private final Engine engine;
    private final Location here;

    /**
     * Keep records on an engine.
     *
     * @param here what this engine is called by whoever reaches it now; others may call it
     *     otherwise, so what is recorded of an app that lives here is the engine's id
     */
    public DockerRecords(Engine engine, Location here) {
        this.engine = engine;
        this.here = here;
    }

    @Override
    public Optional<Versioned<OwnershipRecord>> read(AppId app) {
        Ledger.Entry entry = ledger(app).read();
        return entry.version() == 0
                ? Optional.empty()
                : Optional.of(
                        new Versioned<>(
                                String.valueOf(entry.version()), decode(app, entry.document())));
    }

    @Override
    public Versioned<OwnershipRecord> swap(String version, OwnershipRecord next, Call call) {
        Optional<Versioned<OwnershipRecord>> found = read(next.app());
        if (found.isPresent() && found.get().value().epoch() > next.epoch()) {
            throw new DriverException(
                    new Category.Invalid(),
                    "the epoch of "
                            + next.app().app()
                            + " would fall from "
                            + found.get().value().epoch()
                            + " to "
                            + next.epoch(),
                    "kompox status");
        }
        long expected = version.isEmpty() ? 0 : Long.parseLong(version);
        String nonce = call.token() + "/" + next.epoch() + "/" + next.disks() + "/" + next.place();
        return ledger(next.app())
                .swap(expected, encode(next), nonce)
                .map(number -> new Versioned<>(String.valueOf(number), next))
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

    private Ledger ledger(AppId app) {
        return new Ledger(engine, app, "owner");
    }

    private Object encode(OwnershipRecord record) {
        SequencedMap<String, Object> disks = new LinkedHashMap<>();
        record.disks().forEach((volume, disk) -> disks.put(volume.value(), disk.value()));
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("epoch", record.epoch());
        json.put("provider", record.place().provider());
        json.put("region", record.place().region());
        json.put("zone", record.place().zone());
        json.put(ENGINE, record.place().equals(here) ? engine.id() : "");
        json.put("disks", disks);
        json.put("since", record.since().toString());
        json.put("by", record.by());
        return json;
    }

    private OwnershipRecord decode(AppId app, JsonValue json) {
        SequencedMap<VolumeName, DiskName> disks = new LinkedHashMap<>();
        json.get("disks")
                .texts()
                .forEach((volume, disk) -> disks.put(new VolumeName(volume), new DiskName(disk)));
        Location place = place(json);
        return new OwnershipRecord(
                app,
                json.get("epoch").number(),
                place,
                disks,
                Instant.parse(json.get("since").text()),
                json.get("by").text());
    }

    private Location place(JsonValue json) {
        Location named =
                new Location(
                        json.get("provider").text(),
                        json.get("region").text(),
                        json.get("zone").text());
        if (!json.get(ENGINE).exists()) {
            return named; // written before engines were told apart by their ids
        }
        if (json.get(ENGINE).text().equals(engine.id())) {
            return here;
        }
        // whoever wrote it had another context of the same name
        return named.equals(here)
                ? Location.of(named.provider(), "another-" + named.region())
                : named;
    }
}
