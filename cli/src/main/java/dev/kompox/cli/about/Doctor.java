package dev.kompox.cli.about;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Words;
import dev.kompox.cli.terminal.Style;
import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.driver.DriverProvider;
import dev.kompox.driver.Finding;
import dev.kompox.driver.runtime.Workload;
import java.util.ArrayList;
import java.util.List;

/** Examine what Kompox needs on this machine, and say the mending command of what is wrong. */
final class Doctor implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("doctor", "Examine what Kompox needs here, and say what mends it.")
                .example("kompox doctor", "engine, Compose plugin, rights, space")
                .example("kompox doctor -o json", "for a program")
                .note("It ends with 1 if something does not work.");
    }

    @Override
    public int run(Invocation call) {
        List<Finding> findings = new ArrayList<>();
        List<Workload> workloads = app(call, findings);
        for (DriverProvider provider : call.session().places().all()) {
            findings.addAll(provider.examine(call.session().settings(workloads)));
        }
        if (call.session().places().all().isEmpty()) {
            findings.add(
                    new Finding(
                            Finding.Level.FAIL,
                            "no driver is installed",
                            "Unpack the whole Kompox archive again"));
        }
        call.answer(answer(findings, call.style()));
        boolean broken = findings.stream().anyMatch(each -> each.level() == Finding.Level.FAIL);
        return broken ? Exit.FAILED : Exit.OK;
    }

    private static List<Workload> app(Invocation call, List<Finding> findings) {
        try {
            Workload workload = call.session().app().workload();
            findings.add(
                    new Finding(
                            Finding.Level.OK,
                            "app "
                                    + workload.project().name()
                                    + ": "
                                    + Words.count(workload.project().services().size(), "service")
                                    + ", "
                                    + Words.count(workload.slots().size(), "volume"),
                            null));
            return List.of(workload);
        } catch (ComposeException e) {
            Problem problem = e.problems().getFirst();
            findings.add(
                    new Finding(
                            Finding.Level.WARN,
                            "no app can be read here: " + problem.sentence(),
                            problem.location() == null && problem.remedy() != null
                                    ? problem.remedy()
                                    : "kompox config"));
            return List.of();
        }
    }

    private static Answer answer(List<Finding> findings, Style style) {
        List<String> lines = new ArrayList<>();
        List<Object> documents = new ArrayList<>();
        for (Finding finding : findings) {
            String remedy = finding.remedy();
            lines.add(
                    switch (finding.level()) {
                        case OK -> style.good("ok  ") + "  " + finding.sentence();
                        case WARN -> style.warn("warn") + "  " + finding.sentence();
                        case FAIL -> style.bad("fail") + "  " + finding.sentence();
                    });
            if (remedy != null) {
                remedy.lines().forEach(line -> lines.add("      " + line));
            }
            documents.add(
                    Answer.document(
                            "level", Words.word(finding.level()),
                            "sentence", finding.sentence(),
                            "remedy", remedy));
        }
        return new Answer(lines, Answer.document("findings", documents), List.of());
    }
}
