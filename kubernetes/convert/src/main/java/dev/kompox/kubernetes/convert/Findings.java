package dev.kompox.kubernetes.convert;

import dev.kompox.compose.yaml.Location;
import dev.kompox.kubernetes.convert.Report.Line;
import dev.kompox.kubernetes.convert.Report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What has been found out about keys so far. The graver finding about a key counts. */
final class Findings {

    private final SequencedMap<String, List<Line>> found = new LinkedHashMap<>();

    void mapped(String path, @Nullable Location at, String text) {
        add(Verdict.MAPPED, path, at, text);
    }

    void caveat(String path, @Nullable Location at, String text) {
        add(Verdict.CAVEAT, path, at, text);
    }

    void ignored(String path, @Nullable Location at, String text) {
        add(Verdict.IGNORED, path, at, text);
    }

    void rejected(String path, @Nullable Location at, String text) {
        add(Verdict.REJECTED, path, at, text);
    }

    void add(Verdict verdict, String path, @Nullable Location at, String text) {
        Line line = new Line(verdict, path, at == null ? null : at.toString(), text);
        List<Line> lines = found.computeIfAbsent(path, _ -> new ArrayList<>());
        if (verdict != Verdict.MAPPED) {
            lines.removeIf(one -> one.verdict() == Verdict.MAPPED);
        } else if (!lines.isEmpty()) {
            return;
        }
        if (!lines.contains(line)) {
            lines.add(line);
        }
    }

    Report report() {
        return new Report(found.values().stream().flatMap(List::stream).toList());
    }
}
