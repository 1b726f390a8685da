package dev.kompox.driver.docker;

import dev.kompox.driver.Capabilities;
import dev.kompox.driver.Fact;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.place.Reach;
import java.util.List;

/**
 * Say what an engine can do.
 *
 * @param version the engine's version
 * @param system what it runs on, e.g. {@code "linux/amd64, kernel 6.12"}
 * @param storage the image store and the filesystem under it
 * @param root the directory that holds volumes
 * @param freezer whether containers can be paused
 */
record EngineFacts(String version, String system, String storage, String root, boolean freezer) {

    /** Ask an engine. */
    static EngineFacts of(Engine engine) {
        JsonValue info = engine.info();
        String filesystem = "";
        for (JsonValue pair : info.get("DriverStatus").items()) {
            List<JsonValue> parts = pair.items();
            if (parts.size() == 2 && parts.getFirst().text().equals("Backing Filesystem")) {
                filesystem = " on " + parts.get(1).text();
            }
        }
        return new EngineFacts(
                info.get("ServerVersion").text(),
                info.get("OSType").text()
                        + "/"
                        + info.get("Architecture").text()
                        + ", kernel "
                        + info.get("KernelVersion").text(),
                info.get("Driver").text() + filesystem,
                info.get("DockerRootDir").text(),
                info.get("OSType").text().equals("linux"));
    }

    /**
     * Return them as capabilities. Copies share bytes where the filesystem can (XFS, Btrfs); that
     * is found out at each copy, so it is no promise.
     */
    Capabilities capabilities() {
        return new Capabilities(false, Reach.When.AT_ONCE, false, true, freezer, true, true, false);
    }

    /** Return them for people. */
    List<Fact> facts() {
        return List.of(
                new Fact("engine", version),
                new Fact("system", system),
                new Fact("storage", storage),
                new Fact("root", root));
    }
}
