package dev.kompox.driver.docker.engine;

/**
 * A mount of a container.
 *
 * @param type {@code volume}, {@code bind}, {@code tmpfs} …
 * @param name the volume's name; empty for others
 * @param source the path on the engine's machine
 * @param target the path in the container
 * @param writable whether the container may write
 */
public record MountInfo(String type, String name, String source, String target, boolean writable) {

    static MountInfo of(JsonValue json) {
        return new MountInfo(
                json.get("Type").text(),
                json.get("Name").text(),
                json.get("Source").text(),
                json.get("Destination").text(),
                json.get("RW").flag());
    }
}
