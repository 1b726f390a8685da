package dev.kompox.driver.csi;

import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.helper.HelperMount;
import dev.kompox.driver.csi.helper.HelperPod;
import dev.kompox.driver.disk.ByteSize;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Measures disks with helpers that mount them.
 *
 * @param start starts a helper that has some of an app's claims mounted
 */
record Measuring(Function<List<HelperMount>, HelperPod> start) {

    /** Return the bytes that each disk occupies, by its name. */
    Map<String, ByteSize> of(List<Claim> disks) {
        Map<String, ByteSize> usage = new LinkedHashMap<>();
        // disks of one zone, or of one node, can be reached together; others cannot
        disks.stream()
                .collect(
                        Collectors.groupingBy(
                                Claim::place, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(group -> measure(group, usage));
        return usage;
    }

    private void measure(List<Claim> group, Map<String, ByteSize> usage) {
        Map<String, Claim> named = new LinkedHashMap<>();
        for (Claim claim : group) {
            named.put(
                    "disk" + (char) ('a' + named.size() / 26) + (char) ('a' + named.size() % 26),
                    claim);
        }
        List<HelperMount> mounts = new ArrayList<>();
        named.forEach((at, claim) ->
                mounts.add(new HelperMount(at, claim.nativeId(), HelperMount.DATA, true)));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (HelperPod helper = start.apply(mounts)) {
            List<String> command = new ArrayList<>(List.of("/kompox/bin/measure", "used"));
            command.addAll(named.keySet());
            helper.check("measuring disks", command, said);
        }
        for (String line : said.toString(StandardCharsets.UTF_8).split("\n", -1)) {
            String[] words = line.split(" ", -1);
            Claim claim = words.length == 3 ? named.get(words[1]) : null;
            if (claim != null && words[0].equals("used")) {
                usage.put(claim.nativeId(), new ByteSize(Long.parseLong(words[2])));
            }
        }
    }
}
