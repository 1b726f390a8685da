package dev.kompox.compose.fuzz;

import dev.kompox.compose.bind.ByteSizes;
import dev.kompox.compose.bind.Durations;
import dev.kompox.compose.canonical.VolumeSyntax;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** A duration, a size or a mount is read or refused; a duration that was read is read again. */
public final class UnitsFuzz {

    private UnitsFuzz() {}

    /** Try one input. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        refusedOr(text, UnitsFuzz::duration);
        refusedOr(text, ByteSizes::parse);
        refusedOr(text, VolumeSyntax::parse);
    }

    private static void duration(String text) {
        Duration duration = Durations.parse(text);
        Duration again = Durations.parse(Durations.format(duration));
        if (!again.equals(duration)) {
            throw new AssertionError(text + ": " + duration + " is read again as " + again);
        }
    }

    private static void refusedOr(String text, Consumer<String> reader) {
        try {
            reader.accept(text);
        } catch (IllegalArgumentException e) {
            if (e.getMessage() == null) {
                throw e;
            }
        }
    }
}
