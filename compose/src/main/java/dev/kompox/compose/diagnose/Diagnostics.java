package dev.kompox.compose.diagnose;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.compose.Problem.Severity;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.Snippet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collect the problems of one load, with the sources they are shown from.
 *
 * <p>Lines of an {@code environment} are never shown: they may hold secrets.
 */
public final class Diagnostics {

    private static final int MOST = 100;
    private static final int LONGEST = 1000;
    private static final int MOST_SOURCES = 300;
    private static final long MOST_TEXT = 8L * 1024 * 1024;

    private final Map<String, String> sources = new HashMap<>();
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Set<String> warned = new HashSet<>();
    private final Set<Location> blamed = new HashSet<>();

    private final String base;
    private int opened;
    private long read;

    /**
     * Collect the problems of one load.
     *
     * @param base the absolute directory that files are named from
     */
    public Diagnostics(String base) {
        this.base = base;
    }

    /** Name a file as people know it: from the base directory when it lies there. */
    public String nameOf(String path) {
        String prefix = base.endsWith("/") ? base : base + "/";
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    /**
     * Remember a source's text, to show lines of it.
     *
     * @throws ComposeException when it is one source too many: files that include others twice
     *     would open without end
     */
    public void source(String name, String text) {
        read += text.length();
        if (++opened > MOST_SOURCES || read > MOST_TEXT) {
            throw new ComposeException(
                    Problem.error(
                            "too-many-files",
                            "include and extends read more than 300 files or 8 MiB together",
                            null,
                            ""));
        }
        sources.put(name, text);
    }

    /** Give a remembered source's text, or an empty one. */
    public String text(String name) {
        return sources.getOrDefault(name, "");
    }

    /** Report an error at a value. */
    public void error(String code, Where where, String sentence, Node at) {
        error(code, where, sentence, at, "", null);
    }

    /**
     * Report an error at a value, with a note behind the carets and a remedy. Of several errors at
     * one place only the first is kept: the others follow from it.
     */
    public void error(
            String code,
            Where where,
            String sentence,
            Node at,
            String note,
            @Nullable String remedy) {
        if (isFull() || !blamed.add(at.location())) {
            return;
        }
        String place = where.toString();
        String full = clipped(place.isEmpty() ? sentence : place + ": " + sentence);
        errors.add(
                Problem.error(code, full, at.location(), snippet(where, at, note))
                        .withRemedy(remedy == null ? edit(at.location()) : remedy));
    }

    /** A sentence may quote a value of any length. */
    private static String clipped(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
    }

    private static String edit(Location location) {
        return "Edit line " + location.line() + " of " + location.file() + ".";
    }

    /** Say whether no further errors are kept, so that looking for a remedy is in vain. */
    public boolean isFull() {
        return errors.size() >= MOST;
    }

    /** Report an error that has no place in a file. */
    public void error(String code, String sentence, @Nullable String remedy) {
        if (!isFull()) {
            errors.add(Problem.error(code, sentence, null, "").withRemedy(remedy));
        }
    }

    /** Take over a finished problem. */
    public void add(Problem problem) {
        (problem.severity() == Severity.ERROR ? errors : warnings).add(problem);
    }

    /** Report a warning once for each sentence. */
    public void warning(String code, String sentence, @Nullable Location location) {
        if (warnings.size() < MOST && warned.add(sentence)) {
            warnings.add(Problem.warning(code, sentence, location, ""));
        }
    }

    /**
     * Stop when there are errors.
     *
     * @throws ComposeException with all errors so far
     */
    public void stopOnErrors() {
        if (!errors.isEmpty()) {
            List<Problem> all = new ArrayList<>(errors);
            Dialect.of(sources.values()).ifPresent(dialect -> all.add(dialect.notice()));
            throw new ComposeException(all);
        }
    }

    /** Give the warnings so far. */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    private String snippet(Where where, Node at, String note) {
        if (where.within("environment") && !where.step().equals("environment")) {
            return "";
        }
        int length = at instanceof ScalarNode scalar ? scalar.written().length() : 1;
        return Snippet.of(text(at.location().file()), at.location(), length, note);
    }
}
