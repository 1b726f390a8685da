package dev.kompox.compose.fuzz;

import dev.kompox.compose.variables.Dotenv;
import dev.kompox.compose.variables.DotenvException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reading an environment file ends in variables or in a {@link DotenvException}. */
public final class DotenvFuzz {

    private DotenvFuzz() {}

    /** Try one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            Dotenv.read(
                    new String(input, StandardCharsets.UTF_8),
                    values,
                    Map.of("OUT", "out")::get,
                    unset -> {});
        } catch (DotenvException e) {
            var _ = e.getMessage();
        }
    }
}
