package dev.kompox.manifest.kom;

import dev.kompox.compose.diagnose.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Read one of a few words. */
final class Words {

    private Words() {}

    static <E> E find(String what, String text, E[] values, Function<E, String> textOf) {
        List<String> texts = new ArrayList<>();
        for (E value : values) {
            String each = textOf.apply(value);
            if (each.equals(text)) {
                return value;
            }
            texts.add(each);
        }
        String near = Nearest.of(text, texts);
        throw new IllegalArgumentException(
                near == null
                        ? "%s \"%s\" is unknown: use %s"
                                .formatted(what, text, String.join(", ", texts))
                        : "%s \"%s\" is unknown, did you mean \"%s\"?".formatted(what, text, near));
    }
}
