package dev.kompox.driver.csi.run;

import dev.kompox.kubernetes.convert.Conversion.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * What one container fills from its image. Each container of a pod that runs them one after the
 * other takes a second or more, whatever it does.
 *
 * @param image the image
 * @param seeds what is tried, in this order
 */
record Filling(String image, List<Seed> seeds) {

    Filling {
        seeds = List.copyOf(seeds);
    }

    /**
     * Return as few as will do. For each claim what is tried stays in its order: the first image
     * that has something there fills it.
     */
    static List<Filling> of(List<Seed> seeds) {
        List<Filling> all = new ArrayList<>();
        Map<String, Integer> latest = new HashMap<>();
        for (Seed seed : once(seeds)) {
            int at = latest.getOrDefault(seed.claim(), 0);
            while (at < all.size() && !all.get(at).image().equals(seed.image())) {
                at++;
            }
            if (at == all.size()) {
                all.add(new Filling(seed.image(), List.of(seed)));
            } else {
                all.set(at, all.get(at).and(seed));
            }
            latest.put(seed.claim(), at);
        }
        return all;
    }

    /** Services of one image that mount a volume at the same place would fill it alike. */
    private static Iterable<Seed> once(List<Seed> seeds) {
        SequencedMap<List<String>, Seed> once = new LinkedHashMap<>();
        for (Seed seed : seeds) {
            once.putIfAbsent(List.of(seed.image(), seed.claim(), seed.path()), seed);
        }
        return once.values();
    }

    private Filling and(Seed seed) {
        List<Seed> more = new ArrayList<>(seeds);
        more.add(seed);
        return new Filling(image, more);
    }

    /** Return the claims that are mounted. */
    SequencedSet<String> claims() {
        SequencedSet<String> claims = new LinkedHashSet<>();
        seeds.forEach(seed -> claims.add(seed.claim()));
        return claims;
    }
}
