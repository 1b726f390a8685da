package dev.kompox.kubernetes.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a directory of this machine had of its own before something was poured into it.
 *
 * @param mode its mode, as the system counts it
 * @param owner its owner's number
 * @param group its group's number
 */
record Kept(int mode, int owner, int group) {

    static Kept of(Path directory) throws IOException {
        return new Kept(
                number(directory, "mode"), number(directory, "uid"), number(directory, "gid"));
    }

    private static int number(Path directory, String what) throws IOException {
        return (Integer) Objects.requireNonNull(Files.getAttribute(directory, "unix:" + what));
    }

    void restore(Path directory) throws IOException {
        Kept now = of(directory);
        if (now.owner != owner || now.group != group) {
            Files.setAttribute(directory, "unix:uid", owner);
            Files.setAttribute(directory, "unix:gid", group);
        }
        if (!of(directory).equals(this)) {
            Files.setAttribute(directory, "unix:mode", mode);
        }
    }
}
