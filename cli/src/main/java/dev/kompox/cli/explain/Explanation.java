package dev.kompox.cli.explain;

import java.util.List;

/**
 * Explain one key.
 *
 * @param key a Compose key such as {@code services.ports}, a field such as {@code
 *     App.spec.compose}, or the code of an error
 * @param lines what it does on the local Docker Engine, then caveats
 */
public record Explanation(String key, List<String> lines) {

    /** Copies the lines and refuses an empty explanation. */
    public Explanation {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(key + " is not explained");
        }
    }
}
