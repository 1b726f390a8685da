package dev.kompox.driver.docker.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * A container as the engine's list describes it.
 *
 * @param id its id
 * @param name its name, without the leading slash
 * @param image its image, as written
 * @param state {@code created running paused restarting removing exited dead}
 * @param labels its labels
 * @param mounts its mounts
 * @param ports its published ports, for people
 */
public record ContainerInfo(
        String id,
        String name,
        String image,
        String state,
        SequencedMap<String, String> labels,
        List<MountInfo> mounts,
        List<String> ports) {

    static ContainerInfo of(JsonValue json) {
        List<JsonValue> names = json.get("Names").items();
        String name = names.isEmpty() ? "" : names.getFirst().text();
        List<String> ports = new ArrayList<>();
        for (JsonValue port : json.get("Ports").items()) {
            String inside = port.get("PrivatePort").text() + "/" + port.get("Type").text();
            String text =
                    port.get("PublicPort").exists()
                            ? host(port.get("IP").text())
                                    + port.get("PublicPort").text()
                                    + "->"
                                    + inside
                            : inside;
            if (!ports.contains(text)) {
                ports.add(text);
            }
        }
        ports.sort(null);
        return new ContainerInfo(
                json.get("Id").text(),
                name.startsWith("/") ? name.substring(1) : name,
                json.get("Image").text(),
                json.get("State").text(),
                json.get("Labels").texts(),
                json.get("Mounts").items().stream().map(MountInfo::of).toList(),
                ports);
    }

    /** Tell whether its processes exist, frozen or not. */
    public boolean alive() {
        return state.equals("running") || state.equals("paused") || state.equals("restarting");
    }

    /** Return the same container in another state. */
    ContainerInfo in(String other) {
        return new ContainerInfo(id, name, image, other, labels, mounts, ports);
    }

    private static String host(String ip) {
        return ip.isEmpty() || ip.equals("0.0.0.0") || ip.equals("::") ? "" : ip + ":";
    }
}
