package dev.kompox.compose;

import dev.kompox.compose.yaml.Location;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say what is wrong, where, and how to mend it.
 *
 * @param code a stable lower-case name such as {@code unknown-key}
 * @param severity whether the input is refused
 * @param sentence what is wrong, in one line
 * @param location where, or null when no single place is to blame
 * @param snippet the source lines with a caret line, or empty
 * @param remedy the edit or command that mends it, or null when the sentence says it all
 */
public record Problem(
        String code,
        Severity severity,
        String sentence,
        @Nullable Location location,
        String snippet,
        @Nullable String remedy) {

    /** Order problems by place; those without a place come first. */
    public static final Comparator<Problem> BY_POSITION =
            Comparator.comparing(
                    Problem::location, Comparator.nullsFirst(Comparator.<Location>naturalOrder()));

    /** Tell refusals from warnings. */
    public enum Severity {
        /** The input is refused. */
        ERROR,
        /** The input is accepted; people should know. */
        WARNING
    }

    /** Make an error. */
    public static Problem error(
            String code, String sentence, @Nullable Location location, String snippet) {
        return new Problem(code, Severity.ERROR, sentence, location, snippet, null);
    }

    /** Make a warning. */
    public static Problem warning(
            String code, String sentence, @Nullable Location location, String snippet) {
        return new Problem(code, Severity.WARNING, sentence, location, snippet, null);
    }

    /** Add the edit or command that mends it. */
    public Problem withRemedy(@Nullable String newRemedy) {
        return new Problem(code, severity, sentence, location, snippet, newRemedy);
    }

    /** Say whether the input is refused. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /**
     * Give the whole text for people: sentence, place, snippet and remedy, without a trailing line
     * break.
     */
    public String render() {
        StringBuilder text =
                new StringBuilder(isError() ? "error: " : "warning: ").append(sentence);
        if (location != null) {
            text.append("\n  ").append(location);
        }
        if (!snippet.isEmpty()) {
            text.append('\n').append(snippet);
        }
        if (remedy != null) {
            text.append('\n').append(remedy);
        }
        return text.toString();
    }

    static List<Problem> sorted(List<Problem> problems) {
        return problems.stream().sorted(BY_POSITION).toList();
    }
}
