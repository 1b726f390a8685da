package dev.kompox.cli.complete;

import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.explain.Explanations;
import dev.kompox.driver.DriverProvider;
import java.util.ArrayList;
import java.util.List;

/** Find the names that stand for a label of a command's description. */
public final class LiveNames {

    private LiveNames() {}

    /** Return the names that may stand for a label; none where anything may stand. */
    public static List<String> of(Invocation call, String label) {
        return switch (label) {
            case "SERVICE", "SERVICE PROGRAM..." ->
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
            case "KEY" -> Explanations.read().keys();
            case "bash|zsh|fish" -> List.of("bash", "zsh", "fish");
            default -> List.of();
        };
    }

    private static List<String> disks(Invocation call) {
        List<String> names = new ArrayList<>();
        call.session().place().disks().list(call.session().app().workload().app()).stream()
                .map(disk -> disk.ref().toString())
                .forEach(names::add);
        return names;
    }
}
