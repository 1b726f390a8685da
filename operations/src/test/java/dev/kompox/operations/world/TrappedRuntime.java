package dev.kompox.operations.world;

import dev.kompox.driver.Runtime;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.Change;
import dev.kompox.driver.runtime.ExecRequest;
import dev.kompox.driver.runtime.Frozen;
import dev.kompox.driver.runtime.LogsRequest;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Stopped;
import dev.kompox.driver.runtime.Workload;
import java.time.Duration;
import java.util.List;

/** Put a {@link Trap} around every call of a runtime. */
record TrappedRuntime(Runtime runtime, Trap trap) implements Runtime {

    @Override
    public AppState observe(Workload workload) {
        return trap.around("observe", () -> runtime.observe(workload));
    }

    @Override
    public List<Change> preview(Workload workload, StartRequest request) {
        return trap.around("preview", () -> runtime.preview(workload, request));
    }

    @Override
    public List<String> remarks(Workload workload) {
        return trap.around("remarks", () -> runtime.remarks(workload));
    }

    @Override
    public AppState start(Workload workload, StartRequest request, Call call) {
        return trap.around("start", () -> runtime.start(workload, request, call));
    }

    @Override
    public List<Stopped> stop(Workload workload, List<String> services, Call call) {
        return trap.around("stop", () -> runtime.stop(workload, services, call));
    }

    @Override
    public void startAgain(Workload workload, List<String> ids, Call call) {
        boolean _ =
                trap.around(
                        "start again",
                        () -> {
                            runtime.startAgain(workload, ids, call);
                            return true;
                        });
    }

    @Override
    public Frozen freeze(Workload workload, List<DiskRef> disks, Duration limit, Call call) {
        Frozen frozen = trap.around("freeze", () -> runtime.freeze(workload, disks, limit, call));
        return new Frozen() {
            @Override
            public List<String> names() {
                return frozen.names();
            }

            @Override
            public Thawed thaw() {
                return trap.around("thaw", frozen::thaw);
            }

            @Override
            public void close() {
                boolean _ =
                        trap.around(
                                "close freeze",
                                () -> {
                                    frozen.close();
                                    return true;
                                });
            }
        };
    }

    @Override
    public void remove(Workload workload, boolean orphans, Call call) {
        boolean _ =
                trap.around(
                        "remove",
                        () -> {
                            runtime.remove(workload, orphans, call);
                            return true;
                        });
    }

    @Override
    public int exec(Workload workload, ExecRequest request, Streams streams) {
        return runtime.exec(workload, request, streams);
    }

    @Override
    public int logs(Workload workload, LogsRequest request, Streams streams) {
        return runtime.logs(workload, request, streams);
    }

    @Override
    public int copy(Workload workload, String from, String to, Streams streams) {
        return runtime.copy(workload, from, to, streams);
    }
}
