package dev.kompox.cli;

import dev.kompox.cli.command.UsageException;
import dev.kompox.compose.diagnose.Nearest;
import java.util.List;

/** Say which command was probably meant. */
final class Unknown {

    private Unknown() {}

    static UsageException command(List<String> words) {
        String first = words.getFirst();
        if (Catalogue.isGroup(first)) {
            List<String> verbs = Catalogue.verbs(first);
            String choices = String.join(", ", verbs);
            if (words.size() == 1) {
                return new UsageException(
                        first + " needs one of: " + choices,
                        "kompox " + first + " COMMAND",
                        "kompox help " + first);
            }
            String near = Nearest.of(words.get(1), verbs);
            return new UsageException(
                    "unknown command \"" + first + " " + words.get(1) + "\"" + meant(first, near),
                    "kompox " + first + " " + String.join("|", verbs),
                    "kompox help " + first);
        }
        return new UsageException(
                "unknown command \""
                        + first
                        + "\""
                        + meant("", Nearest.of(first, Catalogue.names())),
                "kompox [OPTIONS] COMMAND",
                "kompox help");
    }

    private static String meant(String group, @org.jspecify.annotations.Nullable String near) {
        return near == null
                ? ""
                : "; did you mean \"" + (group.isEmpty() ? "" : group + " ") + near + "\"?";
    }
}
