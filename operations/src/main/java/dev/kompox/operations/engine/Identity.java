package dev.kompox.operations.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * Say whose operations an engine runs.
 *
 * @param app the app's id and where it is worked on: {@code APP at PLACE} or {@code APP at PLACE
 *     and PLACE}
 * @param epoch the epoch of the app's ownership, 0 before any
 * @param user who works
 * @param host on which machine
 * @param tool the version of Kompox
 * @param lockFile the app's lock
 */
public record Identity(
        String app, long epoch, String user, String host, String tool, Path lockFile) {

    private static final String AT = " at ";
    private static final String AND = " and ";

    /** Write an app and the places it is worked on at. */
    public static String of(Object app, List<?> places) {
        return app + AT + String.join(AND, places.stream().map(Object::toString).toList());
    }

    /** Tell whether the operations of another concern this one: same app, and a place in common. */
    boolean concerns(String other) {
        int here = app.indexOf(AT);
        int there = other.indexOf(AT);
        if (here < 0 || there < 0) {
            return app.equals(other);
        }
        return app.substring(0, here).equals(other.substring(0, there))
                && places(other).stream().anyMatch(places(app)::contains);
    }

    /** Read the places back that {@link #of} wrote; empty if there are none. */
    public static List<String> places(String app) {
        int at = app.indexOf(AT);
        return at < 0 ? List.of() : List.of(app.substring(at + AT.length()).split(AND, -1));
    }
}
