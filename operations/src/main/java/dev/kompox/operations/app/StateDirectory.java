package dev.kompox.operations.app;

import java.nio.file.Path;
import java.util.Map;

/** The directory of a user's things that are Kompox's and no project's. */
public final class StateDirectory {

    private StateDirectory() {}

    /**
     * Return {@code kompox} in the user's state directory (XDG Base Directory Specification, {@code
     * XDG_STATE_HOME}); it need not be there.
     */
    public static Path of(Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        if (state.startsWith("/")) {
            return Path.of(state, "kompox");
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", "/"));
        return Path.of(home, ".local", "state", "kompox");
    }
}
