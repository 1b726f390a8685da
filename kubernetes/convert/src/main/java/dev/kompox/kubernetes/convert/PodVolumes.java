package dev.kompox.kubernetes.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The volumes of the pod, each there once however many services mount it. */
final class PodVolumes {

    private final SequencedMap<String, Body> volumes = new LinkedHashMap<>();
    private final Map<String, String> claims = new LinkedHashMap<>();
    private final Map<String, String> scratches = new LinkedHashMap<>();
    private int memories;

    /** Add a claim, once; return the volume's name. */
    String claim(String claim) {
        return claims.computeIfAbsent(
                claim,
                _ -> {
                    String name = "disk-" + (claims.size() + 1);
                    volumes.put(
                            name,
                            new Body()
                                    .with("name", name)
                                    .with(
                                            "persistentVolumeClaim",
                                            new Body().with("claimName", claim)));
                    return name;
                });
    }

    /** Add memory of at most so many bytes, 0 for no limit; return the volume's name. */
    String memory(long bytes) {
        String name = "memory-" + ++memories;
        Body directory = new Body().with("medium", "Memory");
        if (bytes > 0) {
            directory.with("sizeLimit", String.valueOf(bytes));
        }
        volumes.put(name, new Body().with("name", name).with("emptyDir", directory));
        return name;
    }

    /** Add a directory that lives as long as the pod, once a key; return the volume's name. */
    String scratch(String key) {
        return scratches.computeIfAbsent(
                key,
                _ -> {
                    String name = "scratch-" + (scratches.size() + 1);
                    volumes.put(name, new Body().with("name", name).withEmpty("emptyDir"));
                    return name;
                });
    }

    /** Add the files of a ConfigMap or Secret; return the volume's name. */
    String files(String kind, String object, int mode) {
        return files(kind, object, mode, List.of());
    }

    /** Add files of which some keys are mounted under other names; return the volume's name. */
    String files(String kind, String object, int mode, List<Map<String, Object>> items) {
        String name = object.substring(object.lastIndexOf("--") + 2);
        String key = kind.equals("secret") ? "secretName" : "name";
        volumes.put(
                name,
                new Body()
                        .with("name", name)
                        .with(
                                kind,
                                new Body()
                                        .with(key, object)
                                        .with("defaultMode", mode)
                                        .with("items", items)));
        return name;
    }

    List<Map<String, Object>> list() {
        List<Map<String, Object>> all = new ArrayList<>();
        volumes.values().forEach(volume -> all.add(volume.map()));
        return all;
    }
}
