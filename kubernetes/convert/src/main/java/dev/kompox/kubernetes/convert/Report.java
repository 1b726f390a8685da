package dev.kompox.kubernetes.convert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tell what became of every key of a project.
 *
 * @param lines in the project's order
 */
public record Report(List<Line> lines) {

    /** What became of a key. */
    public enum Verdict {
        /** It means the same on a cluster. */
        MAPPED,
        /** It means nearly the same; the text says what differs. */
        CAVEAT,
        /** It has no meaning there. */
        IGNORED,
        /** The project cannot run there with it. */
        REJECTED
    }

    /**
     * One key.
     *
     * @param verdict what became of it
     * @param path where in the project, e.g. {@code services.db.healthcheck}
     * @param where the file, line and column; null if unknown
     * @param text what it became, what differs, or how to mend it
     */
    public record Line(Verdict verdict, String path, @Nullable String where, String text) {}

    /** Copies the lines. */
    public Report {
        lines = List.copyOf(lines);
    }

    /** Return the lines of a verdict. */
    public List<Line> of(Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).toList();
    }
}
