package dev.kompox.lab;

import dev.kompox.driver.Moves;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.lab.fault.Faults;
import java.util.List;

/** Leaving and entering a world, seen from one process. */
record LabMoves(LabWorld world, Faults faults) implements Moves {

    @Override
    public String identity() {
        return world.location.toString();
    }

    @Override
    public List<String> obstacles(Workload workload) {
        return List.of();
    }

    @Override
    public void fence(Workload workload, Call call) {
        faults.run(
                "moves.fence",
                _ -> {
                    synchronized (world) {
                        world.fenced.add(workload.app());
                    }
                });
    }

    @Override
    public void unfence(Workload workload, Call call) {
        faults.run(
                "moves.unfence",
                _ -> {
                    synchronized (world) {
                        world.fenced.remove(workload.app());
                    }
                });
    }

    @Override
    public void seal(Workload workload, String reason, Call call) {
        faults.run(
                "moves.seal",
                _ -> {
                    synchronized (world) {
                        world.sealed.put(workload.app(), reason);
                    }
                });
    }

    @Override
    public void unseal(Workload workload, Call call) {
        faults.run(
                "moves.unseal",
                _ -> {
                    synchronized (world) {
                        world.sealed.remove(workload.app());
                    }
                });
    }
}
