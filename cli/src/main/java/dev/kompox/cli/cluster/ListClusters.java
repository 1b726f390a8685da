package dev.kompox.cli.cluster;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.cli.output.Words;
import dev.kompox.operations.kubeconfig.KnownCluster;
import dev.kompox.operations.kubeconfig.KnownClusters;
import java.util.ArrayList;
import java.util.List;

/** List the clusters that can be named here. Asks none of them. */
final class ListClusters implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("cluster list", "List the clusters that an app can be moved to.")
                .example("kompox cluster list", "contexts of kubeconfigs, and KOM documents")
                .example("kompox cluster list -o json", "for a program")
                .note(
                        "Files are read, and no cluster is asked. Name one with --on or --to, by"
                                + " its PLACE, or a document by its NAME.");
    }

    @Override
    public int run(Invocation call) {
        KnownClusters known = call.session().knownClusters();
        known.troubles().forEach(trouble -> call.tell("warning: " + trouble));
        Table table = new Table("NAME", "KIND", "PLACE", "SERVER", "CURRENT");
        List<Object> documents = new ArrayList<>();
        for (KnownCluster each : known.clusters()) {
            table.row(
                    each.name(),
                    Words.word(each.kind()),
                    each.place(),
                    each.server() == null ? Words.UNKNOWN : each.server(),
                    each.current() ? "yes" : "");
            documents.add(
                    Answer.document(
                            "name", each.name(),
                            "kind", Words.word(each.kind()),
                            "place", each.place(),
                            "server", each.server(),
                            "current", each.current()));
        }
        return call.answer(
                new Answer(
                        known.clusters().isEmpty()
                                ? List.of("No clusters: no kubeconfig names one, nor a document.")
                                : table.lines(call.width()),
                        Answer.document("clusters", documents),
                        known.clusters().stream().map(KnownCluster::name).toList()));
    }
}
