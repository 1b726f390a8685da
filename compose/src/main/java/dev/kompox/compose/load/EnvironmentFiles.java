package dev.kompox.compose.load;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.variables.Dotenv;
import dev.kompox.compose.variables.DotenvException;
import dev.kompox.compose.variables.Variables;
import dev.kompox.compose.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Read environment files; no value ever gets into a message. */
final class EnvironmentFiles {

    private static final int LARGEST = 10 * 1024 * 1024;

    private static final long LARGEST_TOGETHER = 10L * LARGEST;

    private final Diagnostics diagnostics;
    private long bytesRead;

    EnvironmentFiles(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Give the environment with what the files add; what is already set stays. */
    SequencedMap<String, String> merged(
            SequencedMap<String, String> environment, List<Path> files) {
        Map<String, String> read = new LinkedHashMap<>();
        for (Path file : files) {
            if (!Files.exists(file)) {
                diagnostics.error(
                        "no-such-file",
                        "couldn't find env file: " + file,
                        "Create it, or name another with --env-file.");
            } else {
                read(file, "", read, environment::get);
            }
        }
        SequencedMap<String, String> merged = new LinkedHashMap<>(environment);
        read.forEach(merged::putIfAbsent);
        return merged;
    }

    /** Read one file into a map. The format is empty for the usual grammar, or {@code raw}. */
    void read(Path file, String format, Map<String, String> into, Variables outer) {
        try {
            String text = text(file);
            if (format.equals("raw")) {
                RawLines.read(text, into, outer);
            } else if (format.isEmpty()) {
                Dotenv.read(text, into, outer, name -> unset(name, file));
            } else {
                diagnostics.error(
                        "bad-value",
                        "unsupported env_file format \"" + format + "\" for " + file,
                        "Remove the format, or write: format: raw");
            }
        } catch (DotenvException e) {
            diagnostics.error(
                    "bad-env-file",
                    file + ":" + e.line() + ": " + e.reason(),
                    "Write KEY=VALUE, and put a value that holds quotes or # in quotes.");
        } catch (IOException e) {
            diagnostics.error(
                    "unreadable",
                    file + ": cannot be read (" + reason(e) + ")",
                    "Name a text file of at most 10 MiB that you may read.");
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? "permission denied"
                : String.valueOf(e.getMessage());
    }

    private void unset(String name, Path file) {
        diagnostics.warning(
                "unset-variable",
                "The \""
                        + name
                        + "\" variable is not set. Defaulting to a blank string."
                        + " (in "
                        + file
                        + ")",
                null);
    }

    private String text(Path file) throws IOException {
        if (!YamlReader.isReadable(file)) {
            throw new IOException("not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            bytesRead += bytes.length;
            if (bytes.length > LARGEST || bytesRead > LARGEST_TOGETHER) {
                throw new IOException("too large");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
