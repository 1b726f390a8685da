package dev.kompox.driver.docker.engine;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Call a Docker Engine. Every method is one request; it fails with a {@link
 * dev.kompox.driver.failure.DriverException} that carries the engine's own message. Source: Docker
 * Engine API, versions 1.41 to 1.47.
 */
public final class Engine {

    private static final Duration QUICK = Duration.ofSeconds(60);
    private static final Duration SLOW = Duration.ofMinutes(10);
    private static final Duration REMOVAL_BEAT = Duration.ofMillis(50);
    private static final int NEWEST_MINOR = 47;

    private final EngineHttp http;
    private @Nullable String prefix;
    private volatile @Nullable String id;

    /** Call the engine at an endpoint; nothing is sent yet. */
    public Engine(Endpoint endpoint) {
        this.http = new EngineHttp(endpoint);
    }

    /** Return where the engine listens. */
    public Endpoint endpoint() {
        return http.endpoint();
    }

    /** Ask for the engine's version and what it runs on. */
    public JsonValue info() {
        return get("/info");
    }

    /** Ask for the engine's version. */
    public JsonValue version() {
        return get("/version");
    }

    /**
     * Return what tells this engine from others, the same for all who ask. Up to version 23 two
     * engines of one machine have one id, so the directory of their data is part of it.
     */
    public String id() {
        String known = id;
        if (known == null) {
            JsonValue info = info();
            known = info.get("ID").text() + " " + info.get("DockerRootDir").text();
            id = known;
        }
        return known;
    }

    /** List volumes; {@code filters} as the API takes them, e.g. {@code label -> [a=b]}. */
    public List<VolumeInfo> volumes(Map<String, List<String>> filters) {
        JsonValue answer = get("/volumes?filters=" + encode(JsonText.of(filters)));
        return answer.get("Volumes").items().stream().map(VolumeInfo::of).toList();
    }

    /** Find a volume. */
    public Optional<VolumeInfo> volume(String name) {
        return find("/volumes/" + encode(name)).map(VolumeInfo::of);
    }

    /**
     * Make a volume; if one of that name and driver exists, it is returned as it is, labels and
     * all.
     */
    public VolumeInfo createVolume(String name, SequencedMap<String, String> labels) {
        String body = JsonText.of(Map.of("Name", name, "Labels", labels));
        VolumeInfo made = VolumeInfo.of(json(send("POST", "/volumes/create", body, QUICK)));
        // an engine that was restarted leaves out the labels of one that exists
        return made.labels().equals(labels) ? made : volume(name).orElse(made);
    }

    /**
     * Make a volume that cannot be mounted: the engine refuses to start what mounts it, and shows
     * the path that is not there.
     */
    public void createVolumeOf(
            String name, SequencedMap<String, String> labels, String absentPath) {
        Map<String, String> options = Map.of("type", "none", "o", "bind", "device", absentPath);
        String body = JsonText.of(Map.of("Name", name, "Labels", labels, "DriverOpts", options));
        send("POST", "/volumes/create", body, QUICK);
    }

    /** Set a container's restart policy. */
    public void setRestart(String id, String policy, long attempts) {
        Map<String, Object> restart = Map.of("Name", policy, "MaximumRetryCount", attempts);
        String body = JsonText.of(Map.of("RestartPolicy", restart));
        send("POST", "/containers/" + encode(id) + "/update", body, QUICK);
    }

    /** Remove a volume; one that is absent is no error. */
    public void removeVolume(String name) {
        sendUnlessAbsent("DELETE", "/volumes/" + encode(name), null, SLOW);
    }

    /** List containers in every state. */
    public List<ContainerInfo> containers(Map<String, List<String>> filters) {
        JsonValue answer = get("/containers/json?all=1&filters=" + encode(JsonText.of(filters)));
        return answer.items().stream().map(ContainerInfo::of).toList();
    }

    /**
     * Return a listed container in the state that it really has. An engine that could not write
     * down that a container started, because its disk was full, goes on listing it as created.
     */
    public ContainerInfo confirm(ContainerInfo listed) {
        return listed.alive()
                ? listed
                : container(listed.id())
                        .map(json -> listed.in(json.get("State").get("Status").text()))
                        .orElse(listed);
    }

    /** Find everything the engine knows about a container. */
    public Optional<JsonValue> container(String id) {
        return find("/containers/" + encode(id) + "/json");
    }

    /** Make a container and return its id. */
    public String createContainer(@Nullable String name, Map<String, Object> body) {
        String query = name == null ? "" : "?name=" + encode(name);
        return json(send("POST", "/containers/create" + query, JsonText.of(body), QUICK))
                .get("Id")
                .text();
    }

    /** Start a container; one that runs already is left alone. */
    public void start(String id) {
        send("POST", "/containers/" + encode(id) + "/start", null, SLOW);
    }

    /**
     * Stop a container within its own grace period, then kill it; one that does not run is left
     * alone.
     */
    public void stop(String id, Duration limit) {
        send("POST", "/containers/" + encode(id) + "/stop", null, limit);
    }

    /** Freeze a container. */
    public void pause(String id) {
        send("POST", "/containers/" + encode(id) + "/pause", null, QUICK);
    }

    /** Thaw a container. */
    public void unpause(String id) {
        unpause(id, QUICK);
    }

    /**
     * Thaw a container and tell whether it was frozen; one that is absent was not.
     *
     * @param limit how long to wait for an answer
     */
    public boolean unpause(String id, Duration limit) {
        String path = "/containers/" + encode(id) + "/unpause";
        EngineHttp.Answer answer = http.send("POST", prefix() + path, null, limit);
        // versions before 23 say 500, later ones 409
        if (answer.status() == 404 || answer.body().contains("is not paused")) {
            return false;
        }
        check("POST " + path, answer);
        return true;
    }

    /**
     * Remove a container, running or not, with its anonymous volumes; one that is absent is no
     * error. One that the engine removes already, as it does with helpers that ended, is asked for
     * again until it is gone: an engine that was killed meanwhile never says when that is.
     */
    public void removeContainer(String id) {
        String path = "/containers/" + encode(id);
        Instant end = Instant.now().plus(QUICK);
        EngineHttp.Answer answer = remove(path);
        while (answer.status() == 409
                && answer.body().contains("already in progress")
                && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(REMOVAL_BEAT.toNanos());
            answer = remove(path);
        }
        if (answer.status() != 404) {
            check("DELETE " + path, answer);
        }
    }

    private EngineHttp.Answer remove(String path) {
        return http.send("DELETE", prefix() + path + "?force=1&v=1", null, SLOW);
    }

    /** Remove the containers with a label that have not run for an age such as {@code 60s}. */
    public void pruneContainers(String label, String age) {
        Map<String, List<String>> filters = Map.of("label", List.of(label), "until", List.of(age));
        send("POST", "/containers/prune?filters=" + encode(JsonText.of(filters)), null, SLOW);
    }

    /** Return the last lines a container wrote, both streams. */
    public String logs(String id, int lines) {
        String path = "/containers/" + encode(id) + "/logs?stdout=1&stderr=1&tail=" + lines;
        return MultiplexedStream.text(send("GET", path, null, QUICK).latin1());
    }

    /** Attach to a container's standard input and output before it is started. */
    public RawStream attach(String id) {
        String path = "/containers/" + encode(id) + "/attach?stream=1&stdin=1&stdout=1&stderr=1";
        return new RawStream(http.hijack(prefix() + path, "", QUICK));
    }

    /** Prepare to run a program in a container, and return the id to start it by. */
    public String createExec(String id, List<String> command, boolean stdin) {
        Map<String, Object> body =
                Map.of(
                        "AttachStdin",
                        stdin,
                        "AttachStdout",
                        true,
                        "AttachStderr",
                        true,
                        "Tty",
                        false,
                        "Cmd",
                        command);
        return json(send("POST", "/containers/" + encode(id) + "/exec", JsonText.of(body), QUICK))
                .get("Id")
                .text();
    }

    /** Start a prepared program and return its streams. */
    public RawStream startExec(String exec) {
        return new RawStream(
                http.hijack(
                        prefix() + "/exec/" + encode(exec) + "/start",
                        "{\"Detach\":false,\"Tty\":false}",
                        QUICK));
    }

    /** Return the state of a program: {@code Running}, {@code ExitCode}. */
    public JsonValue exec(String exec) {
        return get("/exec/" + encode(exec) + "/json");
    }

    /** Find an image. */
    public Optional<JsonValue> image(String name) {
        return find("/images/" + name + "/json");
    }

    /** Load images from an archive as {@code docker save} writes it. */
    public void loadImages(InputStream archive) {
        check("POST /images/load", http.upload(prefix() + "/images/load?quiet=1", archive, SLOW));
    }

    /** Write images as {@code docker save} does. */
    public void saveImages(List<String> names, OutputStream out) {
        String query =
                names.stream()
                        .map(name -> "names=" + encode(name))
                        .collect(Collectors.joining("&"));
        check("GET /images/get", http.download(prefix() + "/images/get?" + query, out, SLOW));
    }

    /** List networks. */
    public List<JsonValue> networks(Map<String, List<String>> filters) {
        return get("/networks?filters=" + encode(JsonText.of(filters))).items();
    }

    /** Ask for the bytes that each volume occupies. */
    public JsonValue diskUsage() {
        return json(send("GET", "/system/df?type=volume", null, SLOW));
    }

    private JsonValue get(String path) {
        return json(send("GET", path, null, QUICK));
    }

    private Optional<JsonValue> find(String path) {
        EngineHttp.Answer answer = http.send("GET", prefix() + path, null, QUICK);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(json(check("GET " + path, answer)));
    }

    private EngineHttp.Answer send(
            String method, String path, @Nullable String body, Duration limit) {
        return check(method + " " + path, http.send(method, prefix() + path, body, limit));
    }

    private void sendUnlessAbsent(
            String method, String path, @Nullable String body, Duration limit) {
        EngineHttp.Answer answer = http.send(method, prefix() + path, body, limit);
        if (answer.status() != 404) {
            check(method + " " + path, answer);
        }
    }

    private static EngineHttp.Answer check(String what, EngineHttp.Answer answer) {
        if (answer.status() >= 400) {
            throw EngineFailure.of(what, answer);
        }
        return answer;
    }

    private static JsonValue json(EngineHttp.Answer answer) {
        return JsonValue.parse(answer.body());
    }

    /**
     * Speak the newest version that both sides know; engines refuse versions that are too old for
     * them.
     */
    private synchronized String prefix() {
        if (prefix == null) {
            EngineHttp.Answer ping =
                    check("GET /_ping", http.send("GET", "/_ping", null, Duration.ofSeconds(20)));
            String version = ping.headers().getOrDefault("api-version", "1.41");
            int minor = Integer.parseInt(version.substring(version.indexOf('.') + 1));
            prefix = "/v1." + Math.min(minor, NEWEST_MINOR);
        }
        return prefix;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
