package dev.kompox.cli.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Hold all explanations. They are kept as text, one line each: the key, a space, its explanation;
 * {@code #} before remarks.
 */
public final class Explanations {

    /** Steps before a start have the keys of a service. */
    private static final String STEP = "services.pre_start.";

    private static final List<String> FILES = List.of("compose.txt", "kom.txt", "errors.txt");

    private final SequencedMap<String, Explanation> all = new LinkedHashMap<>();

    private Explanations() {}

    /** Read them. */
    public static Explanations read() {
        Explanations explanations = new Explanations();
        for (String file : FILES) {
            explanations.add(text(file));
        }
        return explanations;
    }

    /** Return all keys, in order. */
    public List<String> keys() {
        return List.copyOf(all.keySet());
    }

    /**
     * Find what is explained by a key: the key itself, or all keys that end with it; a service key
     * also under its own name, so that {@code ports} finds {@code services.ports}.
     */
    public List<Explanation> find(String key) {
        Explanation exact = all.get(key);
        if (exact != null) {
            return List.of(exact);
        }
        if (key.startsWith(STEP)) {
            return find("services." + key.substring(STEP.length()));
        }
        List<Explanation> found = new ArrayList<>();
        for (Explanation each : all.values()) {
            if (each.key().endsWith("." + key)) {
                found.add(each);
            }
        }
        return found;
    }

    private void add(String text) {
        for (String line : text.lines().toList()) {
            int space = line.indexOf(' ');
            if (!line.startsWith("#") && space > 0) {
                put(line.substring(0, space), List.of(line.substring(space + 1)));
            }
        }
    }

    private void put(String key, List<String> lines) {
        if (all.put(key, new Explanation(key, lines)) != null) {
            throw new IllegalStateException(key + " is explained twice");
        }
    }

    private static String text(String file) {
        try (InputStream in = Explanations.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the table " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
