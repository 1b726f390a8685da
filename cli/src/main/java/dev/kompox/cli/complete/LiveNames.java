package dev.kompox.cli.complete;

import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.explain.Explanations;
import dev.kompox.driver.DriverProvider;
import dev.kompox.operations.kubeconfig.KnownCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Find the names that stand for a label of a command's description. */
public final class LiveNames {

    private LiveNames() {}

    /** Return the names that may stand for a label; none where anything may stand. */
    public static List<String> of(Invocation call, String label) {
        return switch (label) {
            case "SERVICE", "SERVICE PROGRAM...", "SERVICE [LOCAL:]PORT..." ->
                    List.copyOf(call.session().app().workload().project().services().keySet());
            case "VOLUME" ->
                    call.session().app().workload().slots().sequencedKeySet().stream()
                            .map(Object::toString)
                            .toList();
            case "DISK", "FROM TO" -> disks(call);
            case "SNAPSHOT" ->
                    call.session().observe().restorePoints().stream()
                            .map(point -> point.name().value())
                            .toList();
            case "OPERATION" ->
                    call.session().journals().list().stream().map(Object::toString).toList();
            case "DRIVER" ->
                    call.session().places().all().stream().map(DriverProvider::name).toList();
            case "CLUSTER" -> clusters(call).map(KnownCluster::name).distinct().toList();
            case "PLACE" -> places(call);
            case "KEY" -> Explanations.read().keys();
            case "bash|zsh|fish" -> List.of("bash", "zsh", "fish");
            default -> List.of();
        };
    }

    private static Stream<KnownCluster> clusters(Invocation call) {
        return call.session().knownClusters().clusters().stream();
    }

    /** A context is named by its place as shown: shells break words at a colon. */
    private static List<String> places(Invocation call) {
        List<String> places = new ArrayList<>();
        places.add("local");
        clusters(call)
                .map(each -> each.kind() == KnownCluster.Kind.DOCUMENT ? each.name() : each.place())
                .distinct()
                .forEach(places::add);
        return places;
    }

    private static List<String> disks(Invocation call) {
        List<String> names = new ArrayList<>();
        call.session().place().disks().list(call.session().app().workload().app()).stream()
                .map(disk -> disk.ref().toString())
                .forEach(names::add);
        return names;
    }
}
