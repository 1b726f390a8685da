package dev.kompox.driver;

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

/** Run an app on the disks that its volumes find. */
@SuppressWarnings("JavaLangClash") // the field's word, and never used beside java.lang.Runtime
public interface Runtime {

    /** Observe what of the app is there. Reads only. */
    AppState observe(Workload workload);

    /**
     * Tell what a person should know before the app is changed, a sentence each; for example that
     * it was started from another directory. Reads only.
     */
    default List<String> remarks(Workload workload) {
        return List.of();
    }

    /**
     * Tell what {@link #start} would do, without doing it: networks, volumes, then services in
     * dependency order. Lists what would stay as it is, too.
     */
    List<Change> preview(Workload workload, StartRequest request);

    /**
     * Fetch what {@link #start} will need and what takes time, such as images, so that starting is
     * short. Nothing of the app changes.
     *
     * @throws dev.kompox.driver.failure.DriverException {@code Invalid} if something that is needed
     *     cannot be had here
     */
    default void prepare(Workload workload, Call call) {}

    /**
     * Start the app, making what is missing and making again what changed, in dependency order, and
     * wait until every service runs and is healthy where it has a check.
     *
     * <p>Disks are never removed or emptied. Where {@link Capabilities#startCreatesDisks()} is
     * false, every volume must have been given a disk. An empty disk is filled from the image of
     * the service that mounts it first, as an engine does it. After a failure what was started runs
     * on; the same call goes on.
     *
     * @return what is there afterwards
     * @throws dev.kompox.driver.failure.DriverException {@code Unsupported} if only some services
     *     are named where {@link Capabilities#singleServices()} is false; {@code Invalid} if a
     *     service failed, with its name and the last lines it wrote; {@code Transient} when the
     *     deadline passes before all are healthy
     */
    AppState start(Workload workload, StartRequest request, Call call);

    /**
     * Stop instances cleanly, dependents first, each within its own grace period.
     *
     * @param services only instances of these; empty means all
     * @throws dev.kompox.driver.failure.DriverException {@code Unsupported} if a running service
     *     would be left out where {@link Capabilities#singleServices()} is false
     * @return how each instance that was alive stopped, in the order of stopping; those that were
     *     not alive are not listed
     */
    List<Stopped> stop(Workload workload, List<String> services, Call call);

    /**
     * Start exactly these instances again, as they are, dependencies first, and wait until each is
     * as healthy as its check can say.
     *
     * @param ids instance ids, as {@link Stopped} reported them; one that runs already is left
     *     alone
     * @throws dev.kompox.driver.failure.DriverException {@code NotFound} if one no longer exists
     */
    void startAgain(Workload workload, List<String> ids, Call call);

    /**
     * Freeze every instance that may write to one of the disks.
     *
     * @param limit the longest time they may stay frozen, whatever happens to this process
     * @throws dev.kompox.driver.failure.DriverException {@code InUse} if something foreign writes
     *     to one of the disks; {@code Invalid} if no watchdog can be set. Nothing is frozen then.
     */
    Frozen freeze(Workload workload, List<DiskRef> disks, Duration limit, Call call);

    /** Remove the app's instances and networks. Never a disk. Removing what is absent succeeds. */
    void remove(Workload workload, boolean orphans, Call call);

    /**
     * Run a program inside a service and return its exit code.
     *
     * @throws dev.kompox.driver.failure.DriverException {@code NotFound} if the service does not
     *     run
     */
    int exec(Workload workload, ExecRequest request, Streams streams);

    /**
     * Show logs until they end or, when following, until interrupted; return 0 or the child's exit
     * code.
     */
    int logs(Workload workload, LogsRequest request, Streams streams);

    /**
     * Copy files between this machine and a service.
     *
     * @param from a local path, {@code SERVICE:PATH}, or {@code -} for an archive on standard input
     * @param to a local path, {@code SERVICE:PATH}, or {@code -} for an archive on standard output
     * @return 0 or the child's exit code
     */
    int copy(Workload workload, String from, String to, Streams streams);
}
