package dev.kompox.lab;

import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.Stopped;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.lab.fault.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The stop of an app, container by container, dependents first. */
record Stopping(LabWorld world) {

    List<Stopped> stop(Workload workload, List<String> services, Passage passage) {
        synchronized (world) {
            List<Stopped> stopped = new ArrayList<>();
            for (Box box : world.containers.of(workload).reversed()) {
                String service = box.service.name();
                boolean meant =
                        services.isEmpty()
                                ? workload.project().services().containsKey(service)
                                : services.contains(service);
                if (meant && box.alive()) {
                    stopped.add(stop(box));
                    passage.cut();
                }
            }
            return stopped;
        }
    }

    private Stopped stop(Box box) {
        Conduct conduct = world.containers.conduct(box.service.name());
        Duration grace = box.service.stopGracePeriod();
        boolean killed = conduct.stubborn() || conduct.stopTakes().compareTo(grace) > 0;
        Duration took = killed ? grace : conduct.stopTakes();
        int code = killed ? 137 : conduct.exitCode();
        world.time.pass(took);
        box.phase = Phase.EXITED;
        box.exitCode = code;
        box.ice = null;
        box.lines.add(killed ? "killed" : "stopped");
        return new Stopped(box.id, box.name, box.service.name(), code, !killed, took);
    }
}
