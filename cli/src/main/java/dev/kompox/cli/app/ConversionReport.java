package dev.kompox.cli.app;

import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.UsageException;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Format;
import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Words;
import dev.kompox.compose.Problem;
import dev.kompox.kubernetes.convert.Report;
import dev.kompox.kubernetes.convert.Report.Verdict;
import dev.kompox.kubernetes.files.ProjectFiles;
import dev.kompox.operations.app.FoundApp;
import dev.kompox.operations.convert.AppConversion;
import dev.kompox.operations.convert.ClusterWishes;
import dev.kompox.operations.convert.Converted;
import dev.kompox.operations.engine.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of an app as Kubernetes objects, to be told.
 *
 * @param app the app's name
 * @param warnings what people should know about its files
 * @param converted what became of it
 */
record ConversionReport(String app, List<Problem> warnings, Converted converted) {

    /**
     * Convert the app of this directory.
     *
     * @param wishes as the driver for clusters names its options
     */
    static ConversionReport of(Invocation call, Map<String, String> wishes) {
        FoundApp found = call.session().silentApp();
        ClusterWishes read;
        try {
            read = ClusterWishes.of(wishes);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "", "kompox help convert");
        }
        // what has no effect on an engine has one on a cluster
        List<Problem> warnings =
                found.warnings().stream()
                        .filter(warning -> !warning.sentence().endsWith("on a Docker Engine"))
                        .toList();
        ProjectFiles files = new ProjectFiles(call.terminal().environment());
        return new ConversionReport(
                found.workload().project().name(), warnings, AppConversion.of(found, read, files));
    }

    /** Tell it on stderr: what is not simply mapped, a line each, or all as JSON. */
    void tell(Invocation call, boolean json) {
        if (json) {
            Answer whole = new Answer(List.of(), document(), List.of());
            call.terminal().err().println(whole.in(Format.JSON));
        } else {
            lines().forEach(call::tell);
        }
    }

    /** Tell whether nothing may be written. */
    boolean withheld(boolean strict) {
        return converted.rejected() || (strict && !converted.exact());
    }

    /**
     * Refuse to write what may not be.
     *
     * @throws Refusal if a key is rejected, or {@code strict} and one does not mean the same
     */
    void refuse(boolean strict) {
        if (converted.rejected()) {
            throw new Refusal(
                    app + " cannot run on a cluster as it stands: " + counted(Verdict.REJECTED),
                    "Mend what is rejected, as its line says");
        }
        if (withheld(strict)) {
            throw new Refusal(
                    "not every key means the same on a cluster, and --strict asks for that",
                    "Mend what is not mapped, or leave --strict out");
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        warnings.forEach(warning -> lines.add(warning.render()));
        Table table = Table.plain();
        for (Report.Line line : converted.report().lines()) {
            if (line.verdict() != Verdict.MAPPED) {
                table.row(
                        Words.word(line.verdict()),
                        line.path(),
                        line.where() == null ? Words.UNKNOWN : line.where(),
                        line.text());
            }
        }
        lines.addAll(table.lines(Integer.MAX_VALUE));
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (verdict == Verdict.MAPPED || !converted.report().of(verdict).isEmpty()) {
                counts.add(counted(verdict));
            }
        }
        lines.add(app + ": " + String.join(", ", counts));
        if (!converted.seeds().isEmpty()) {
            lines.add(
                    "Applied by hand, volumes begin empty: what an image has at "
                            + Words.list(seeds())
                            + " is copied by kompox up only");
        }
        return lines;
    }

    private String counted(Verdict verdict) {
        int number = converted.report().of(verdict).size();
        return number
                + switch (verdict) {
                    case MAPPED -> " mapped";
                    case CAVEAT -> number == 1 ? " caveat" : " caveats";
                    case IGNORED -> " ignored";
                    case REJECTED -> " rejected";
                };
    }

    private List<String> seeds() {
        return converted.seeds().stream()
                .map(seed -> seed.service() + ":" + seed.path())
                .distinct()
                .toList();
    }

    private SequencedMap<String, @Nullable Object> document() {
        List<Object> lines = new ArrayList<>();
        for (Report.Line line : converted.report().lines()) {
            lines.add(
                    Answer.document(
                            "verdict", Words.word(line.verdict()),
                            "path", line.path(),
                            "where", line.where(),
                            "text", line.text()));
        }
        SequencedMap<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("app", app);
        for (Verdict verdict : Verdict.values()) {
            document.put(Words.word(verdict), converted.report().of(verdict).size());
        }
        document.put("lines", lines);
        document.put("notCopied", seeds());
        document.put("warnings", warnings.stream().map(Problem::sentence).toList());
        return document;
    }
}
