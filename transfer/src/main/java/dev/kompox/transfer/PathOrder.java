package dev.kompox.transfer;

/**
 * Order paths as manifests do: by the bytes of the unescaped path. In a manifest a byte outside of
 * {@code !} to {@code ~}, and the backslash, is a backslash and three octal digits. The root comes
 * first.
 */
final class PathOrder {

    private PathOrder() {}

    static int compare(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        // the empty path stands for "none yet" and precedes even the root
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? -1 : 1;
        }
        if (one.equals(".") || other.equals(".")) {
            return one.equals(".") ? -1 : 1;
        }
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int order = Integer.compare(at(one, i), at(other, j));
            if (order != 0) {
                return order;
            }
            i += width(one, i);
            j += width(other, j);
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    private static int at(String path, int i) {
        char c = path.charAt(i);
        if (width(path, i) == 1) {
            return c;
        }
        return (digit(path, i + 1) << 6) | (digit(path, i + 2) << 3) | digit(path, i + 3);
    }

    private static int width(String path, int i) {
        return path.charAt(i) == '\\' && i + 3 < path.length() ? 4 : 1;
    }

    private static int digit(String path, int i) {
        return path.charAt(i) & 7;
    }
}
