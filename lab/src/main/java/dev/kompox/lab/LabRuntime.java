package dev.kompox.lab;

import dev.kompox.driver.Runtime;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.ExecRequest;
import dev.kompox.driver.runtime.Frozen;
import dev.kompox.driver.runtime.LogsRequest;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Stopped;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.lab.fault.Faults;
import dev.kompox.lab.fault.Passage;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/** The containers of a world, seen from one process. */
record LabRuntime(LabWorld world, Faults faults) implements Runtime {

    @Override
    public AppState observe(Workload workload) {
        return faults.call("runtime.observe", _ -> new Watching(world).observe(workload));
    }

    @Override
    public List<Change> preview(Workload workload, StartRequest request) {
        return faults.call(
                "runtime.preview",
                _ -> {
                    synchronized (world) {
                        return new Preview(world).of(workload, request);
                    }
                });
    }

    @Override
    public AppState start(Workload workload, StartRequest request, Call call) {
        return faults.call(
                "runtime.start",
                passage -> {
                    new Starting(world).start(workload, request, call, passage);
                    return new Watching(world).observe(workload);
                });
    }

    @Override
    public List<Stopped> stop(Workload workload, List<String> services, Call call) {
        return faults.call(
                "runtime.stop", passage -> new Stopping(world).stop(workload, services, passage));
    }

    @Override
    public void startAgain(Workload workload, List<String> ids, Call call) {
        faults.run(
                "runtime.startAgain",
                passage -> new Starting(world).startAgain(workload, ids, call, passage));
    }

    @Override
    public Frozen freeze(Workload workload, List<DiskRef> disks, Duration limit, Call call) {
        Freezing freezing = new Freezing(world, faults);
        try {
            return faults.call(
                    "runtime.freeze", passage -> freezing.freeze(workload, disks, limit, passage));
        } catch (DriverException e) {
            // whoever does not learn that it froze something cannot thaw it later
            freezing.undo();
            throw e;
        }
    }

    @Override
    public void remove(Workload workload, boolean orphans, Call call) {
        faults.run(
                "runtime.remove",
                passage -> {
                    synchronized (world) {
                        remove(workload, orphans, passage);
                    }
                });
    }

    private void remove(Workload workload, boolean orphans, Passage passage) {
        for (Box box : world.containers.of(workload).reversed()) {
            if (orphans || workload.project().services().containsKey(box.service.name())) {
                world.containers.remove(box);
                passage.cut();
            }
        }
    }

    @Override
    public int exec(Workload workload, ExecRequest request, Streams streams) {
        return faults.call(
                "runtime.exec", _ -> new Inside(world).exec(workload, request, piped(streams)));
    }

    @Override
    public int logs(Workload workload, LogsRequest request, Streams streams) {
        return faults.call(
                "runtime.logs", _ -> new Inside(world).logs(workload, request, piped(streams)));
    }

    @Override
    public int copy(Workload workload, String from, String to, Streams streams) {
        throw new DriverException(
                new Category.Unsupported("runtime.copy"),
                "driver lab cannot do runtime.copy: its services have no files of their own",
                "kompox exec");
    }

    private static Streams.Piped piped(Streams streams) {
        return switch (streams) {
            case Streams.Piped piped -> piped;
            case Streams.Inherited() ->
                    Streams.Piped.to( // a simulated program has no terminal
                            OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        };
    }
}
