package dev.kompox.driver.docker.storage;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something mounted into a helper at {@code /mnt/AT}.
 *
 * @param at the name below {@code /mnt}
 * @param source a volume's name, or an absolute path of the engine's machine
 * @param readOnly whether writes are refused
 */
record HelperMount(String at, String source, boolean readOnly) {

    /** Return this as the engine wants it; a volume is never filled from the helper's image. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        boolean path = source.startsWith("/");
        json.put("Type", path ? "bind" : "volume");
        json.put("Source", source);
        json.put("Target", "/mnt/" + at);
        json.put("ReadOnly", readOnly);
        if (!path) {
            json.put("VolumeOptions", Map.of("NoCopy", true));
        }
        return json;
    }
}
