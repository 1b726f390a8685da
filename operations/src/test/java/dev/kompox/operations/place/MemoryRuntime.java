package dev.kompox.operations.place;

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
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.driver.runtime.InstanceState.Health;
import dev.kompox.driver.runtime.InstanceState.Phase;
import dev.kompox.driver.runtime.LogsRequest;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Stopped;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.operations.place.MemoryState.Box;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The containers of a place in memory; every call works container by container. */
record MemoryRuntime(MemoryState state) implements Runtime {

    @Override
    public AppState observe(Workload workload) {
        synchronized (state) {
            return new AppState(state.boxes.values().stream().map(MemoryRuntime::seen).toList());
        }
    }

    private static InstanceState seen(Box box) {
        return new InstanceState(
                box.id,
                "shop-" + box.service + "-1",
                box.service,
                box.phase,
                Health.NONE,
                box.exitCode,
                null,
                box.service + ":1",
                List.of());
    }

    @Override
    public List<Change> preview(Workload workload, StartRequest request) {
        return List.of(new Change("service", "db", Change.Verb.START, "not running"));
    }

    @Override
    public AppState start(Workload workload, StartRequest request, Call call) {
        synchronized (state) {
            workload.slots().keySet().stream()
                    .filter(volume -> state.assigned(volume).isEmpty())
                    .forEach(state::makeFirstDisk);
            for (String service : workload.project().services().keySet()) {
                if (!request.services().isEmpty() && !request.services().contains(service)) {
                    continue;
                }
                if (state.boxes.values().stream().noneMatch(box -> box.service.equals(service))) {
                    String id = state.nextId(service);
                    state.boxes.put(id, new Box(id, service));
                }
                state.boxes.values().stream()
                        .filter(box -> box.service.equals(service))
                        .forEach(MemoryRuntime::run);
                state.midpoint();
            }
            return observe(workload);
        }
    }

    private static void run(Box box) {
        box.phase = Phase.RUNNING;
        box.exitCode = null;
    }

    @Override
    public List<Stopped> stop(Workload workload, List<String> services, Call call) {
        synchronized (state) {
            List<Stopped> stopped = new ArrayList<>();
            for (Box box : List.copyOf(state.boxes.values()).reversed()) {
                if (box.alive() && (services.isEmpty() || services.contains(box.service))) {
                    box.phase = Phase.EXITED;
                    box.exitCode = state.exitCode;
                    stopped.add(
                            new Stopped(
                                    box.id,
                                    "shop-" + box.service + "-1",
                                    box.service,
                                    state.exitCode,
                                    !Objects.equals(state.exitCode, 137),
                                    Duration.ofMillis(10)));
                    state.tick();
                    state.midpoint();
                }
            }
            return stopped;
        }
    }

    @Override
    public void startAgain(Workload workload, List<String> ids, Call call) {
        synchronized (state) {
            for (String id : ids) {
                Box box = state.boxes.get(id);
                if (box == null) {
                    throw new DriverException(new Category.NotFound(), "no container " + id);
                }
                run(box);
                state.midpoint();
            }
        }
    }

    @Override
    public Frozen freeze(Workload workload, List<DiskRef> disks, Duration limit, Call call) {
        synchronized (state) {
            List<Box> frozen = new ArrayList<>();
            for (DiskRef disk : disks) {
                for (Box box : state.users(disk.volume())) {
                    box.phase = Phase.PAUSED;
                    frozen.add(box);
                    state.midpoint();
                }
            }
            return new Ice(state, frozen, state.time.now());
        }
    }

    private record Ice(MemoryState state, List<Box> boxes, Instant since) implements Frozen {

        @Override
        public List<String> names() {
            return boxes.stream().map(box -> box.service).toList();
        }

        @Override
        public Thawed thaw() {
            synchronized (state) {
                boolean unbroken =
                        !state.breakFreeze
                                && boxes.stream().allMatch(box -> box.phase == Phase.PAUSED);
                boxes.stream().filter(box -> box.phase == Phase.PAUSED).forEach(MemoryRuntime::run);
                return new Thawed(Duration.between(since, state.time.now()), unbroken);
            }
        }

        @Override
        public void close() {
            var _ = thaw();
        }
    }

    @Override
    public void remove(Workload workload, boolean orphans, Call call) {
        synchronized (state) {
            for (Box box : List.copyOf(state.boxes.values()).reversed()) {
                state.boxes.remove(box.id);
                state.midpoint();
            }
        }
    }

    @Override
    public int exec(Workload workload, ExecRequest request, Streams streams) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public int logs(Workload workload, LogsRequest request, Streams streams) {
        throw new UnsupportedOperationException("not needed here");
    }

    @Override
    public int copy(Workload workload, String from, String to, Streams streams) {
        throw new UnsupportedOperationException("not needed here");
    }
}
