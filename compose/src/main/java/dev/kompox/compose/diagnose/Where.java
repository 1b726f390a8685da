package dev.kompox.compose.diagnose;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Name a place in the model, such as {@code services.web.ports[0]}.
 *
 * @param parent the place it lies in, or null at the top
 * @param step the key, or {@code [n]} for an item
 */
public record Where(@Nullable Where parent, String step) {

    /** The whole model. */
    public static final Where ROOT = new Where(null, "");

    /** Go down to a key. */
    public Where key(String key) {
        return new Where(this, key);
    }

    /** Go down to an item. */
    public Where item(int index) {
        return new Where(this, "[" + index + "]");
    }

    /** Say whether this place or one above it has the step. */
    public boolean within(String name) {
        for (Where at = this; at != null; at = at.parent) {
            if (at.step.equals(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        Deque<String> steps = new ArrayDeque<>();
        for (Where at = this; at != null; at = at.parent) {
            steps.addFirst(at.step);
        }
        StringBuilder text = new StringBuilder();
        for (String each : steps) {
            boolean joined = text.isEmpty() || each.startsWith("[");
            text.append(joined || each.isEmpty() ? "" : ".").append(each);
        }
        return text.toString();
    }
}
