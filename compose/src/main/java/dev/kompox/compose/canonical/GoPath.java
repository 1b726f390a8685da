package dev.kompox.compose.canonical;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Clean and join slash-separated paths as Go's {@code path} package does. */
public final class GoPath {

    private GoPath() {}

    /**
     * Give the shortest path that means the same: no {@code .}, no inner {@code ..}, no doubles.
     */
    public static String clean(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        boolean absolute = path.charAt(0) == '/';
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (!parts.isEmpty() && !parts.getLast().equals("..")) {
                    parts.removeLast();
                } else if (!absolute) {
                    parts.addLast(part);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        return absolute ? "/" + joined : joined.isEmpty() ? "." : joined;
    }

    /** Join a path to a directory and clean the result. */
    public static String join(String directory, String path) {
        return clean(directory.isEmpty() ? path : directory + "/" + path);
    }

    /** Give an absolute, clean path as seen from another. */
    public static String relative(String from, String path) {
        String relative = Path.of(from).relativize(Path.of(path)).toString();
        return relative.isEmpty() ? "." : relative;
    }

    /** Say whether a path is absolute on Windows: a drive with a slash, or a share. */
    public static boolean isWindowsAbsolute(String path) {
        if (path.length() >= 2 && isSlash(path.charAt(0)) && isSlash(path.charAt(1))) {
            return true;
        }
        return path.length() >= 3 && path.charAt(1) == ':' && isSlash(path.charAt(2));
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
