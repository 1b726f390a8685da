package dev.kompox.cli.cluster;

import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.UsageException;
import dev.kompox.compose.diagnose.Nearest;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.kubeconfig.KnownCluster;
import dev.kompox.operations.kubeconfig.KnownClusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Find the cluster that a command is about. */
final class ChosenCluster {

    private ChosenCluster() {}

    /**
     * Return the one that is named, by its name or its place; without one that of {@code --on}, or
     * the only one that a document describes, or the kubeconfig's current one.
     *
     * @throws UsageException if none has that name
     * @throws Refusal if none is named and it is not clear which is meant
     */
    static KnownCluster of(Invocation call) {
        KnownClusters known = call.session().knownClusters();
        known.troubles().forEach(trouble -> call.tell("warning: " + trouble));
        String typed = call.arguments().word(0);
        String name = typed == null ? call.globals().on() : typed;
        return name == null ? usual(known) : named(known, name);
    }

    private static KnownCluster named(KnownClusters known, String name) {
        // kube:prod is how people name what is shown as kube/prod
        String place =
                name.replaceFirst("^" + KnownClusters.DRIVER + ":", KnownClusters.DRIVER + "/");
        return known.named(name)
                .or(() ->
                        known.clusters().stream()
                                .filter(cluster -> cluster.place().equals(place))
                                .findFirst())
                .orElseThrow(() -> unknown(known, name));
    }

    private static UsageException unknown(KnownClusters known, String name) {
        List<String> names = known.clusters().stream().map(KnownCluster::name).toList();
        String near = Nearest.of(name, names);
        return new UsageException(
                "there is no cluster \""
                        + name
                        + "\""
                        + (near == null ? "" : "; did you mean \"" + near + "\"?"),
                "",
                "kompox cluster list");
    }

    private static KnownCluster usual(KnownClusters known) {
        List<KnownCluster> documents = of(known, KnownCluster.Kind.DOCUMENT);
        if (documents.size() == 1) {
            return documents.getFirst();
        }
        @Nullable KnownCluster current =
                documents.isEmpty()
                        ? known.clusters().stream()
                                .filter(KnownCluster::current)
                                .findFirst()
                                .orElse(null)
                        : null;
        if (current == null) {
            throw new Refusal(
                    known.clusters().isEmpty()
                            ? "no cluster is known here"
                            : "which cluster is not clear",
                    known.clusters().isEmpty()
                            ? "Name a kubeconfig: export KUBECONFIG=FILE"
                            : "Name one of these: kompox cluster list");
        }
        return current;
    }

    private static List<KnownCluster> of(KnownClusters known, KnownCluster.Kind kind) {
        return known.clusters().stream().filter(cluster -> cluster.kind() == kind).toList();
    }
}
