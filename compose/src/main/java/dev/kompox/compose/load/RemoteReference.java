package dev.kompox.compose.load;

import dev.kompox.compose.RemoteFileException;
import dev.kompox.compose.RemoteFiles;
import dev.kompox.compose.RemoteFiles.Brought;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.ScalarNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tell references to other machines from paths, and bring what they name. */
final class RemoteReference {

    // user@host:path, as scp has it
    private static final Pattern SCP = Pattern.compile("[\\w.-]+@[\\w.-]+:.*");

    private RemoteReference() {}

    static boolean is(String reference) {
        return reference.contains("://")
                || reference.startsWith("github.com/")
                || SCP.matcher(reference).matches();
    }

    /** Bring what a reference names here; null, and an error, if that is not to be. */
    static @Nullable Brought bring(
            RemoteFiles remote,
            ScalarNode reference,
            String key,
            Where where,
            Diagnostics diagnostics) {
        try {
            Brought brought = remote.bring(reference.text());
            diagnostics.warning(
                    "remote",
                    key + " reads " + reference.text() + ", " + brought.version(),
                    reference.location());
            return brought;
        } catch (RemoteFileException e) {
            diagnostics.error("remote", where, e.sentence(), reference, "", e.remedy());
            return null;
        }
    }
}
