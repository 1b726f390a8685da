package dev.kompox.operations.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The first line of files that a conversion has written, by which it knows them as its own. */
final class Mark {

    private static final String LINE =
            "# Written by kompox convert, which replaces or removes this file when it writes here"
                    + " again.\n";

    private Mark() {}

    static String on(String text) {
        return LINE + text;
    }

    /** Tell whether a file bears it; what is no regular file does not. */
    static boolean isOn(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        byte[] mark = LINE.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(mark.length), StandardCharsets.UTF_8).equals(LINE);
        }
    }
}
