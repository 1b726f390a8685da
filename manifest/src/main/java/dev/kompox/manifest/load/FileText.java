package dev.kompox.manifest.load;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.yaml.YamlReader;
import dev.kompox.manifest.read.KomReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Read files, each and all together within limits. */
final class FileText {

    /** The most that all files of a load may hold, in bytes. */
    static final long MOST = 32L * 1024 * 1024;

    private final Diagnostics diagnostics;
    private final long most;
    private long read;

    FileText(Diagnostics diagnostics, long most) {
        this.diagnostics = diagnostics;
        this.most = most;
    }

    /**
     * Read a file.
     *
     * @param file the file; a link in its last step is followed
     * @param name its name for people
     * @return its text, or null and a problem reported
     */
    @Nullable String read(Path file, String name) {
        try {
            Path real = file.toRealPath();
            if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                return refuse("not-a-file", name + " is not a regular file");
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
                bytes = in.readNBytes(KomReader.LIMITS.bytes() + 1);
            }
            return text(bytes, name);
        } catch (AccessDeniedException e) {
            return refuse("unreadable", name + ": permission denied");
        } catch (IOException e) {
            return refuse("unreadable", name + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    private @Nullable String text(byte[] bytes, String name) {
        if (bytes.length > KomReader.LIMITS.bytes()) {
            return refuse("too-large", name + " is larger than 2 MiB");
        }
        read += bytes.length;
        if (read > most) {
            return refuse(
                    "too-large",
                    "the KOM documents together are larger than "
                            + most
                            + " bytes; the last one read is "
                            + name);
        }
        try {
            return YamlReader.text(bytes, name);
        } catch (ComposeException e) {
            e.problems().forEach(diagnostics::add);
            return null;
        }
    }

    private @Nullable String refuse(String code, String sentence) {
        diagnostics.add(Problem.error(code, sentence, null, ""));
        return null;
    }
}
