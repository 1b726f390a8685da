package dev.kompox.cli.cluster;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.PlaceName;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.driver.Driver;
import dev.kompox.driver.Images;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Token;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.ImageLoading;
import dev.kompox.operations.kubeconfig.KnownCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Put images of the Docker Engine onto the nodes of a cluster, without a registry. */
final class LoadImages implements Command {

    private static final Duration LIMIT = Duration.ofHours(2);

    @Override
    public Syntax syntax() {
        return new Syntax("cluster load", "Put images of the Docker Engine onto a cluster's nodes.")
                .example("kompox cluster load kube:kind", "what Kompox needs there itself")
                .example("kompox cluster load kube:kind app:dev", "and an image of yours")
                .positional("CLUSTER [IMAGE]...", 1, Integer.MAX_VALUE, "see kompox cluster list")
                .note(
                        "For clusters of your own, where no registry is at hand. A pod with all"
                                + " rights starts on each node and hands the images to its"
                                + " containerd; then it goes. What a node has already is not sent"
                                + " again.");
    }

    @Override
    public int run(Invocation call) {
        KnownCluster cluster = ChosenCluster.of(call);
        Driver to = call.session().driver(new PlaceName(cluster.driver(), cluster.options()));
        Driver from = call.session().driver(PlaceName.docker(call.globals().context()));
        Images source = images(from);
        Images target = images(to);
        List<String> wanted = new ArrayList<>(target.own());
        wanted.addAll(call.arguments().words().subList(1, call.arguments().words().size()));
        ImageLoading plan = ImageLoading.plan(source, target, wanted);
        refuseAbsent(plan, from);
        if (call.globals().dryRun()) {
            plan.brought().forEach(name -> call.tell("Would load " + name));
            return Exit.OK;
        }
        Token token = new Token("load-images", "load");
        ImageLoading done =
                plan.run(source, target, Call.within(LIMIT, token).with(new LoadProgress(call)));
        return call.answer(answer(cluster, wanted, done));
    }

    private static Images images(Driver driver) {
        return driver.images()
                .orElseThrow(() ->
                        new DriverException(
                                new Category.Unsupported("images"),
                                "driver " + driver.name() + " does not hand on images",
                                "kompox driver list"));
    }

    private static void refuseAbsent(ImageLoading loading, Driver from) {
        if (!loading.absent().isEmpty()) {
            throw new DriverException(
                    new Category.NotFound(),
                    from.location() + " has no image " + String.join(", ", loading.absent()),
                    "docker pull " + loading.absent().getFirst());
        }
    }

    private static Answer answer(KnownCluster cluster, List<String> wanted, ImageLoading done) {
        List<String> lines = new ArrayList<>();
        done.brought().forEach(name -> lines.add("Loaded " + name));
        wanted.stream()
                .filter(name -> !done.brought().contains(name))
                .forEach(name -> lines.add("Every node has " + name + " already"));
        if (!done.brought().isEmpty()) {
            lines.add(new ByteSize(done.bytes()) + " sent to " + cluster.name() + ".");
        }
        return new Answer(
                lines,
                Answer.document(
                        "cluster", cluster.name(),
                        "loaded", done.brought(),
                        "bytes", done.bytes()),
                done.brought());
    }
}
