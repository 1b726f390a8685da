package dev.kompox.driver.csi.run;

import dev.kompox.driver.Runtime;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.csi.CsiSettings;
import dev.kompox.driver.csi.claim.Assignments;
import dev.kompox.driver.csi.claim.Claim;
import dev.kompox.driver.csi.claim.Claims;
import dev.kompox.driver.csi.claim.Namespaces;
import dev.kompox.driver.csi.claim.Users;
import dev.kompox.driver.csi.helper.FirstUse;
import dev.kompox.driver.csi.name.Keys;
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
import dev.kompox.kubernetes.apply.Applier;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.convert.Conversion;
import dev.kompox.kubernetes.rollout.Component;
import dev.kompox.kubernetes.rollout.Pods;
import dev.kompox.kubernetes.rollout.Rollout;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Runs apps on a cluster, each as one pod. */
public final class ClusterRuntime implements Runtime {

    private static final String INVENTORY = "app";

    private final ClusterConnection cluster;
    private final Namespaces namespaces;
    private final Claims claims;
    private final Users users;
    private final FirstUse firstUse;
    private final AppObjects objects;
    private final CsiSettings settings;

    /** Run on a cluster. */
    public ClusterRuntime(
            ClusterConnection cluster,
            Namespaces namespaces,
            Claims claims,
            Users users,
            Assignments assignments,
            FirstUse firstUse,
            CsiSettings settings) {
        this.cluster = cluster;
        this.namespaces = namespaces;
        this.claims = claims;
        this.users = users;
        this.firstUse = firstUse;
        this.objects = new AppObjects(namespaces, assignments, settings);
        this.settings = settings;
    }

    @Override
    public AppState observe(Workload workload) {
        Component component = component(workload);
        Pods pods = new Pods(cluster, component);
        return new PodInstances(workload, component)
                .state(pods.deployment().orElse(null), pods.list());
    }

    @Override
    public List<Change> preview(Workload workload, StartRequest request) {
        together(workload, request.services());
        Conversion conversion = objects.starting(workload);
        boolean there = namespaces.exists(workload.app());
        return new ChangeList(workload, component(workload), observe(workload))
                .of(applier(workload).preview(conversion.objects(), there), request.recreate());
    }

    @Override
    public void prepare(Workload workload, Call call) {
        Conversion conversion = objects.imagined(workload);
        namespaces.ensure(workload.app());
        List<String> there =
                claims.list(workload.app()).stream()
                        .filter(claim -> claim.claim() != null && claim.complete())
                        .filter(claim -> claim.annotation(Keys.TRASH_UNTIL).isEmpty())
                        .map(Claim::nativeId)
                        .toList();
        new Prefetch(cluster, users, namespaces.of(workload.app()))
                .run(workload, conversion, there, call);
    }

    @Override
    public AppState start(Workload workload, StartRequest request, Call call) {
        together(workload, request.services());
        if (request.build()) {
            throw new DriverException(
                    new Category.Unsupported("runtime.build"),
                    "images are not built on a cluster",
                    "Build them where a Docker Engine is, and push them: docker compose build --push");
        }
        Conversion conversion = objects.running(workload);
        namespaces.ensure(workload.app());
        fresh().ready(workload, objects.claims(workload), conversion.seeds(), call);
        if (request.recreate()) {
            var _ = stop(workload, List.of(), call);
        }
        applier(workload).apply(conversion.objects());
        new Rollout(cluster, component(workload)).await(call);
        return observe(workload);
    }

    private FreshDisks fresh() {
        return new FreshDisks(cluster, namespaces, claims, users, firstUse, settings);
    }

    @Override
    public List<Stopped> stop(Workload workload, List<String> services, Call call) {
        return stopStart(workload).stop(observe(workload), services, call);
    }

    @Override
    public void startAgain(Workload workload, List<String> ids, Call call) {
        fresh().ready(workload, objects.claims(workload), List.of(), call);
        stopStart(workload).startAgain(observe(workload), ids, call);
    }

    private StopStart stopStart(Workload workload) {
        return new StopStart(cluster, component(workload));
    }

    @Override
    public Frozen freeze(Workload workload, List<DiskRef> disks, Duration limit, Call call) {
        throw new DriverException(
                new Category.Unsupported("runtime.freeze"),
                "pods of a cluster cannot be frozen",
                "Take the snapshot without --frozen");
    }

    @Override
    public void remove(Workload workload, boolean orphans, Call call) {
        if (!namespaces.exists(workload.app())) {
            return;
        }
        var _ = stop(workload, List.of(), call);
        applier(workload).clear();
        new Removal(cluster, component(workload)).await(call);
    }

    @Override
    public int exec(Workload workload, ExecRequest request, Streams streams) {
        return new Inside(cluster, component(workload)).exec(request, streams);
    }

    @Override
    public int logs(Workload workload, LogsRequest request, Streams streams) {
        return new Inside(cluster, component(workload)).logs(request, streams);
    }

    @Override
    public int copy(Workload workload, String from, String to, Streams streams) {
        return new Inside(cluster, component(workload)).copy(from, to, streams);
    }

    private Applier applier(Workload workload) {
        return new Applier(cluster, namespaces.of(workload.app()), INVENTORY);
    }

    private Component component(Workload workload) {
        return AppComponent.of(workload, namespaces.of(workload.app()));
    }

    /** All services share one pod: a wish that leaves one out cannot be met. */
    private static void together(Workload workload, List<String> services) {
        Set<String> all = workload.project().services().keySet();
        if (!services.isEmpty() && !services.containsAll(all)) {
            throw new DriverException(
                    new Category.Unsupported("runtime.services"),
                    "the services of "
                            + workload.project().name()
                            + " share one pod: they start and stop together",
                    "Name no service");
        }
    }
}
