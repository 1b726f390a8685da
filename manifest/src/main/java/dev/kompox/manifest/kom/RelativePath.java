package dev.kompox.manifest.kom;

/** Check that a path stays below the directory it starts from, as far as its text can tell. */
final class RelativePath {

    private RelativePath() {}

    static void check(String path) {
        if (path.isBlank()) {
            throw new IllegalArgumentException("the path is empty");
        }
        if (path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the path holds a NUL character");
        }
        if (path.startsWith("/") || path.startsWith("~")) {
            throw new IllegalArgumentException(
                    "\"%s\" is not relative; write it from the document's directory"
                            .formatted(path));
        }
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                throw new IllegalArgumentException(
                        "\"%s\" leaves the document's directory; \"..\" is not allowed"
                                .formatted(path));
            }
        }
    }
}
