package dev.kompox.compose.variables;

import org.jspecify.annotations.Nullable;

/** Give the values of variables. */
@FunctionalInterface
public interface Variables {

    /** Give a variable's value, or null when it is not set. */
    @Nullable String get(String name);
}
