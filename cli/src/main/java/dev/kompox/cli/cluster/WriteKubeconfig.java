package dev.kompox.cli.cluster;

import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.UsageException;
import dev.kompox.cli.output.YamlText;
import dev.kompox.operations.app.StateDirectory;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.file.WholeFile;
import dev.kompox.operations.kubeconfig.KnownCluster;
import dev.kompox.operations.kubeconfig.KnownClusters;
import dev.kompox.operations.kubeconfig.Kubeconfig;
import dev.kompox.operations.kubeconfig.KubeconfigLock;
import dev.kompox.operations.kubeconfig.KubeconfigMerge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Write a kubeconfig of one cluster alone, or add it to another one. */
final class WriteKubeconfig implements Command {

    private static final String STDOUT = "-";

    @Override
    public Syntax syntax() {
        return new Syntax("cluster kubeconfig", "Write a kubeconfig of one cluster alone.")
                .example("export KUBECONFIG=$(kompox cluster kubeconfig prod)", "for kubectl")
                .example("kompox cluster kubeconfig prod -o prod.yaml", "to a file")
                .example("kompox cluster kubeconfig prod --merge", "into ~/.kube/config")
                .value("-o --output", "FILE", "the file to write, - for standard output")
                .flag("--merge", "add it to what the file holds")
                .positional("CLUSTER", 0, 1, "its name or place; see kompox cluster list")
                .note(
                        "The path of the file is printed; only its owner may read it, for it holds"
                                + " credentials. What is there is replaced with --yes only.");
    }

    @Override
    public int run(Invocation call) {
        Arguments typed = call.arguments();
        boolean merge = typed.flag("--merge");
        String output = typed.value("--output");
        if (merge && STDOUT.equals(output)) {
            throw new UsageException(
                    "--merge needs a file", "", "Leave -o out to merge into ~/.kube/config");
        }
        KnownCluster cluster = ChosenCluster.of(call);
        SequencedMap<String, @Nullable Object> alone = alone(call, cluster);
        if (STDOUT.equals(output)) {
            call.terminal().out().print(YamlText.of(alone));
            if (call.terminal().kinds().out()) {
                call.tell("Credentials are in this output.");
            }
            return Exit.OK;
        }
        Path file = file(call, cluster, output, merge);
        if (call.globals().dryRun()) {
            call.tell("Would write " + file);
            return Exit.OK;
        }
        boolean replace = call.globals().yes();
        if (merge) {
            try (KubeconfigLock _ = KubeconfigLock.of(file)) {
                KubeconfigMerge.of(file, alone, replace)
                        .ifPresentOrElse(
                                whole -> WholeFile.write(file, YamlText.of(whole), true),
                                () -> call.tell("It is there already."));
            }
        } else {
            write(file, YamlText.of(alone), replace);
        }
        call.terminal().out().println(file);
        return Exit.OK;
    }

    private static SequencedMap<String, @Nullable Object> alone(
            Invocation call, KnownCluster cluster) {
        String context = cluster.context();
        if (!cluster.driver().equals(KnownClusters.DRIVER) || context == null) {
            throw new Refusal(
                    "no kubeconfig is known that reaches " + cluster.name(),
                    "Set KUBECONFIG and KUBE_CONTEXT in its document, see: kompox explain"
                            + " Cluster.spec.settings");
        }
        String named = cluster.options().get("kubeconfig");
        return Kubeconfig.read(
                        named == null
                                ? Kubeconfig.files(call.terminal().environment())
                                : List.of(Path.of(named)))
                .alone(context);
    }

    private static Path file(
            Invocation call, KnownCluster cluster, @Nullable String output, boolean merge) {
        Map<String, String> environment = call.terminal().environment();
        if (output != null) {
            return call.terminal().directory().resolve(output);
        }
        return merge
                ? Kubeconfig.usual(environment)
                : StateDirectory.of(environment)
                        .resolve("kubeconfig")
                        .resolve(cluster.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".yaml");
    }

    private static void write(Path file, String text, boolean replace) {
        if (!replace && Files.exists(file) && !text.equals(WholeFile.text(file))) {
            throw new Refusal(
                    file + " is there and holds something else",
                    "Replace it with --yes, or choose another with --output");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            WholeFile.directory(directory);
        }
        WholeFile.write(file, text, true);
    }
}
