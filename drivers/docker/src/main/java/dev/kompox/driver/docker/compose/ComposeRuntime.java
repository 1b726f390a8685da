package dev.kompox.driver.docker.compose;

import dev.kompox.compose.model.Service;
import dev.kompox.driver.Runtime;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.freeze.Freezer;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs apps with the user's own docker compose; what concerns single containers goes to the engine
 * directly.
 */
public final class ComposeRuntime implements Runtime {

    private static final Duration REMOVE_LIMIT = Duration.ofMinutes(15);

    private final Engine engine;
    private final ComposeCommand compose;
    private final Instances instances;
    private final StopStart stopStart;
    private final Freezer freezer;

    /** Run on an engine, freezing with the watchdogs of {@code freezer}. */
    public ComposeRuntime(Engine engine, ComposeCommand compose, Freezer freezer) {
        this.engine = engine;
        this.compose = compose;
        this.instances = new Instances(engine);
        this.stopStart = new StopStart(engine);
        this.freezer = freezer;
    }

    @Override
    public AppState observe(Workload workload) {
        return instances.observe(workload);
    }

    @Override
    public List<String> remarks(Workload workload) {
        return new Namesake(workload).among(instances.containers(workload)).stream().toList();
    }

    @Override
    public List<Change> preview(Workload workload, StartRequest request) {
        return new Preview(engine, compose).of(workload, request);
    }

    @Override
    public void prepare(Workload workload, Call call) {
        List<String> missing =
                workload.project().services().values().stream()
                        .filter(service -> !service.hasBuild() && absent(service.image()))
                        .map(Service::name)
                        .toList();
        if (missing.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>(List.of("pull", "--"));
        words.addAll(missing);
        ComposeCommand.Ended ended =
                compose.run(
                        workload.project(),
                        words,
                        line -> Story.tell(line, call),
                        call.remaining());
        if (ended.code() != 0) {
            throw new DriverException(
                    new Category.Invalid(),
                    "images could not be fetched: "
                            + String.join("\n", Story.errors(ended.lastLines())),
                    "docker compose pull");
        }
    }

    private boolean absent(@Nullable String image) {
        return image != null && engine.image(image).isEmpty();
    }

    @Override
    public AppState start(Workload workload, StartRequest request, Call call) {
        List<String> words = new ArrayList<>(List.of("up", "--detach"));
        if (request.build()) {
            words.add("--build");
        }
        if (request.recreate()) {
            words.add("--force-recreate");
        }
        if (request.removeOrphans()) {
            words.add("--remove-orphans");
        }
        words.add("--");
        words.addAll(request.services());
        ComposeCommand.Ended ended =
                compose.run(
                        workload.project(),
                        words,
                        line -> Story.tell(line, call),
                        call.remaining());
        List<ContainerInfo> started = containers(workload, request.services());
        if (ended.code() != 0) {
            throw explain(started, ended);
        }
        new Readiness(engine).await(started, call);
        return observe(workload);
    }

    @Override
    public List<Stopped> stop(Workload workload, List<String> services, Call call) {
        return stopStart.stop(containers(workload, services), call);
    }

    @Override
    public void startAgain(Workload workload, List<String> ids, Call call) {
        stopStart.startAgain(workload, instances.containers(workload), ids, call);
    }

    @Override
    public Frozen freeze(Workload workload, List<DiskRef> disks, Duration limit, Call call) {
        return freezer.freeze(instances.containers(workload), disks, limit, call);
    }

    @Override
    public void remove(Workload workload, boolean orphans, Call call) {
        List<String> words = new ArrayList<>(List.of("down"));
        if (orphans) {
            words.add("--remove-orphans");
        }
        ComposeCommand.Ended ended =
                compose.run(
                        workload.project(), words, line -> Story.tell(line, call), REMOVE_LIMIT);
        if (ended.code() != 0) {
            compose.expectUsable();
            throw new DriverException(
                    new Category.Transient(),
                    "docker compose down failed: "
                            + String.join("\n", Story.errors(ended.lastLines())),
                    "kompox ps");
        }
    }

    @Override
    public int exec(Workload workload, ExecRequest request, Streams streams) {
        List<String> words = new ArrayList<>(List.of("exec"));
        if (!request.terminal()) {
            words.add("-T");
        }
        Optional.ofNullable(request.user())
                .ifPresent(user -> words.addAll(List.of("--user", user)));
        Optional.ofNullable(request.workingDirectory())
                .ifPresent(where -> words.addAll(List.of("--workdir", where)));
        request.environment().forEach(setting -> words.addAll(List.of("--env", setting)));
        words.addAll(List.of("--index", String.valueOf(request.index()), "--", request.service()));
        words.addAll(request.command());
        return compose.run(workload.project(), words, streams);
    }

    @Override
    public int logs(Workload workload, LogsRequest request, Streams streams) {
        List<String> words = new ArrayList<>(List.of("logs"));
        if (request.follow()) {
            words.add("--follow");
        }
        Optional.ofNullable(request.tail())
                .ifPresent(tail -> words.addAll(List.of("--tail", tail.toString())));
        Optional.ofNullable(request.since())
                .ifPresent(since -> words.addAll(List.of("--since", since)));
        if (request.timestamps()) {
            words.add("--timestamps");
        }
        if (!request.colour()) {
            words.add("--no-color");
        }
        words.add("--");
        words.addAll(request.services());
        return compose.run(workload.project(), words, streams);
    }

    @Override
    public int copy(Workload workload, String from, String to, Streams streams) {
        return compose.run(workload.project(), List.of("cp", "--", from, to), streams);
    }

    private List<ContainerInfo> containers(Workload workload, List<String> services) {
        List<String> known = Instances.order(workload);
        return instances.containers(workload).stream()
                .filter(one ->
                        services.isEmpty()
                                ? known.contains(Instances.service(one))
                                : services.contains(Instances.service(one)))
                .toList();
    }

    /** Say which service failed rather than only what compose printed. */
    private DriverException explain(List<ContainerInfo> containers, ComposeCommand.Ended ended) {
        String said = String.join("\n", Story.errors(ended.lastLines()));
        for (ContainerInfo container : containers) {
            if (said.contains(container.name())) {
                return new Readiness(engine).failure(container, "failed: " + said);
            }
        }
        boolean full = said.contains("no space left on device");
        return new DriverException(
                full
                        ? new Category.Quota("space at the Docker Engine", null, null)
                        : new Category.Invalid(),
                "docker compose up failed: " + said,
                full
                        ? "Make room at the Docker Engine, then give the same command again: docker system df"
                        : "Mend that, then give the same command again: kompox up");
    }
}
