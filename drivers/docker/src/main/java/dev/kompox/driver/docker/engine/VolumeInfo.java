package dev.kompox.driver.docker.engine;

import java.util.SequencedMap;

/**
 * A volume as the engine describes it.
 *
 * @param name its name
 * @param driver its driver, e.g. {@code local}
 * @param mountpoint where its data lies on the engine's machine
 * @param labels its labels
 * @param options its driver's options
 * @param created when it was made, RFC 3339; empty if the engine does not say
 */
public record VolumeInfo(
        String name,
        String driver,
        String mountpoint,
        SequencedMap<String, String> labels,
        SequencedMap<String, String> options,
        String created) {

    static VolumeInfo of(JsonValue json) {
        return new VolumeInfo(
                json.get("Name").text(),
                json.get("Driver").text(),
                json.get("Mountpoint").text(),
                json.get("Labels").texts(),
                json.get("Options").texts(),
                json.get("CreatedAt").text());
    }
}
