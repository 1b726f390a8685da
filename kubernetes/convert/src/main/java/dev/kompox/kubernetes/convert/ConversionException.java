package dev.kompox.kubernetes.convert;

import java.util.stream.Collectors;

/** A project cannot run on a cluster as it stands; the report says why. */
public final class ConversionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Report report;

    ConversionException(Report report) {
        super(
                report.of(Report.Verdict.REJECTED).stream()
                        .map(line -> line.path() + ": " + line.text())
                        .collect(Collectors.joining("; ")));
        this.report = report;
    }

    /** Return the whole report. */
    public Report report() {
        return report;
    }
}
