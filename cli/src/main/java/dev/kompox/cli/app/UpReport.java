package dev.kompox.cli.app;

import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.output.Words;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.operations.plan.Observation;
import java.util.List;

/** Say what is true after an app was brought up. */
final class UpReport {

    private UpReport() {}

    static List<String> lines(Invocation call) {
        Workload workload = call.session().app().workload();
        AppState state = call.session().place().runtime().observe(workload);
        String next =
                state.anyAlive()
                        ? ". Next: kompox status · kompox logs -f"
                        : ". Next: kompox start";
        return List.of(
                summary(workload, state, workload.slots().size())
                        + next
                        + (workload.slots().isEmpty() ? "" : " · kompox snapshot create"));
    }

    static String nothing(Observation seen) {
        return summary(seen) + ". " + Elsewhere.nothingToDo(seen);
    }

    /** Say how much of an app runs, and how many of its volumes have a disk. */
    static String summary(Observation seen) {
        return summary(seen.workload(), seen.state(), seen.volumesWithDisk().size());
    }

    private static String summary(Workload workload, AppState state, int disks) {
        int services = workload.project().services().size();
        long up =
                workload.project().services().keySet().stream()
                        .filter(service ->
                                state.of(service).stream().anyMatch(InstanceState::alive))
                        .count();
        return workload.project().name()
                + (up == 0 ? " is down: " : " is up: ")
                + up
                + " of "
                + Words.count(services, "service")
                + (disks == 0 ? "" : ", " + Words.count(disks, "disk"));
    }
}
