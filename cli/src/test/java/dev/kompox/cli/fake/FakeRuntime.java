package dev.kompox.cli.fake;

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
import dev.kompox.driver.runtime.LogsRequest;
import dev.kompox.driver.runtime.StartRequest;
import dev.kompox.driver.runtime.Stopped;
import dev.kompox.driver.runtime.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Run services in memory: one instance each. */
@SuppressWarnings("JavaLangClash")
public final class FakeRuntime implements Runtime {

    private final SequencedMap<String, InstanceState.Phase> phases = new LinkedHashMap<>();
    private final FakeDisks disks;
    private @Nullable String broken;
    private Change.Verb verb = Change.Verb.CREATE;

    FakeRuntime(FakeDisks disks) {
        this.disks = disks;
    }

    /** Let these services run already. */
    public void running(String... services) {
        for (String service : services) {
            phases.put(service, InstanceState.Phase.RUNNING);
        }
    }

    /** Let starting fail. */
    public void broken(String sentence) {
        broken = sentence;
    }

    /** Let starting replace what runs. */
    public void replacing() {
        verb = Change.Verb.RECREATE;
    }

    @Override
    public synchronized AppState observe(Workload workload) {
        List<InstanceState> instances = new ArrayList<>();
        phases.forEach((service, phase) -> instances.add(instance(service, phase)));
        return new AppState(instances);
    }

    @Override
    public synchronized List<Change> preview(Workload workload, StartRequest request) {
        List<Change> changes = new ArrayList<>();
        for (String service : workload.project().services().keySet()) {
            boolean up = phases.get(service) == InstanceState.Phase.RUNNING;
            boolean keep = up && verb == Change.Verb.CREATE;
            changes.add(
                    keep
                            ? new Change("service", service, Change.Verb.KEEP, "")
                            : new Change(
                                    "service",
                                    service,
                                    verb,
                                    up ? "image changed" : "not there yet"));
        }
        return changes;
    }

    @Override
    public synchronized AppState start(Workload workload, StartRequest request, Call call) {
        if (broken != null) {
            throw new DriverException(
                    new Category.Invalid(), broken, "See what it wrote: kompox logs web");
        }
        disks.there();
        disks.know(workload);
        for (String service : workload.project().services().keySet()) {
            call.progress().note(service + " healthy");
            phases.put(service, InstanceState.Phase.RUNNING);
        }
        return observe(workload);
    }

    @Override
    public synchronized List<Stopped> stop(Workload workload, List<String> services, Call call) {
        List<Stopped> stopped = new ArrayList<>();
        phases.replaceAll((service, _) -> {
            stopped.add(new Stopped(service, service, service, 0, true, Duration.ofMillis(800)));
            return InstanceState.Phase.EXITED;
        });
        return stopped;
    }

    @Override
    public synchronized void startAgain(Workload workload, List<String> ids, Call call) {
        phases.replaceAll((_, _) -> InstanceState.Phase.RUNNING);
    }

    @Override
    public Frozen freeze(Workload workload, List<DiskRef> disks, Duration limit, Call call) {
        throw new DriverException(new Category.Invalid(), "no watchdog here");
    }

    @Override
    public synchronized void remove(Workload workload, boolean orphans, Call call) {
        phases.clear();
    }

    @Override
    public int exec(Workload workload, ExecRequest request, Streams streams) {
        return request.command().size() == 2 ? Integer.parseInt(request.command().get(1)) : 0;
    }

    @Override
    public int logs(Workload workload, LogsRequest request, Streams streams) {
        return 0;
    }

    @Override
    public int copy(Workload workload, String from, String to, Streams streams) {
        return 0;
    }

    private static InstanceState instance(String service, InstanceState.Phase phase) {
        boolean up = phase == InstanceState.Phase.RUNNING;
        return new InstanceState(
                service,
                "shop-" + service + "-1",
                service,
                phase,
                up && service.equals("db")
                        ? InstanceState.Health.HEALTHY
                        : InstanceState.Health.NONE,
                up ? null : 0,
                FakePlace.made(),
                service.equals("db") ? "postgres:16" : "shop/web",
                service.equals("web") ? List.of("0.0.0.0:8080->80/tcp") : List.of());
    }
}
