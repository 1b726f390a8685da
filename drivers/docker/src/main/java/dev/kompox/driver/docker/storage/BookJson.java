package dev.kompox.driver.docker.storage;

import dev.kompox.driver.disk.Trash;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.docker.storage.Book.DiskEntry;
import dev.kompox.driver.docker.storage.Book.Pending;
import dev.kompox.driver.docker.storage.Book.SnapshotEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Entries of the book as JSON values, and back. */
final class BookJson {

    private BookJson() {}

    static Map<String, Object> encode(DiskEntry disk) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("native", disk.nativeId());
        json.put("source", disk.source());
        json.put("operation", disk.operation());
        json.put("created", disk.created().toString());
        Trash trash = disk.trash();
        if (trash != null) {
            json.put("trashedAt", trash.since().toString());
            json.put("trashedUntil", trash.until().toString());
            json.put("trashedBy", trash.by());
        }
        return json;
    }

    static DiskEntry disk(JsonValue json) {
        Trash trash =
                json.get("trashedAt").exists()
                        ? new Trash(
                                Instant.parse(json.get("trashedAt").text()),
                                Instant.parse(json.get("trashedUntil").text()),
                                json.get("trashedBy").text())
                        : null;
        return new DiskEntry(
                json.get("native").text(),
                json.get("source").text(),
                json.get("operation").text(),
                Instant.parse(json.get("created").text()),
                trash);
    }

    static Map<String, Object> encode(SnapshotEntry snapshot) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("native", snapshot.nativeId());
        json.put("disk", snapshot.disk());
        json.put("members", snapshot.members());
        json.put("consistency", snapshot.consistency());
        json.put("operation", snapshot.operation());
        json.put("created", snapshot.created().toString());
        json.put("bytes", snapshot.bytes());
        return json;
    }

    static SnapshotEntry snapshot(JsonValue json) {
        return new SnapshotEntry(
                json.get("native").text(),
                json.get("disk").text(),
                json.get("members").text(),
                json.get("consistency").text(),
                json.get("operation").text(),
                Instant.parse(json.get("created").text()),
                json.get("bytes").number());
    }

    static Map<String, Object> encode(Pending pending) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("way", pending.way());
        json.put("volume", pending.volume());
        json.put("slot", pending.slot());
        json.put("other", pending.other());
        json.put("to", pending.to());
        json.put("from", pending.from());
        json.put("first", pending.first());
        json.put("second", pending.second());
        return json;
    }

    static Pending pending(JsonValue json) {
        return new Pending(
                json.get("way").text(),
                json.get("volume").text(),
                json.get("slot").text(),
                json.get("other").text(),
                json.get("to").text(),
                json.get("from").text(),
                json.get("first").text(),
                json.get("second").text());
    }
}
