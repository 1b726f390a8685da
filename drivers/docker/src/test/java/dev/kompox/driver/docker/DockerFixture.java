package dev.kompox.driver.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kompox.compose.ComposeLoader;
import dev.kompox.compose.LoadRequest;
import dev.kompox.driver.Driver;
import dev.kompox.driver.DriverSettings;
import dev.kompox.driver.call.Time;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.manifest.id.AppId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A project of its own on the real engine. */
final class DockerFixture implements DriverFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String project;
    private final Path directory;
    private final Workload workload;

    private DockerFixture(String project, Path directory) throws IOException {
        this.project = project;
        this.directory = directory;
        Files.writeString(directory.resolve("compose.yaml"), compose(busybox()));
        this.workload = workload(project, directory);
    }

    /** Make a project without traces; skips the test where no engine answers. */
    static DockerFixture make() throws IOException {
        assumeTrue(
                "1".equals(System.getenv("KOMPOX_TEST_DOCKER")),
                "no Docker Engine with Compose 2.20 or newer answers");
        String project = "kompoxtestkit" + NUMBER.incrementAndGet();
        Path directory = Files.createTempDirectory(project).resolve(project);
        DockerFixture fixture = new DockerFixture(project, Files.createDirectory(directory));
        fixture.sweep();
        return fixture;
    }

    private static String compose(String image) {
        return """
        services:
          db:
            image: %1$s
            command: ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"]
            stop_grace_period: 5s
            volumes: ["data:/data", "logs:/logs"]
          web:
            image: %1$s
            command: ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 0.1; done"]
            stop_grace_period: 5s
            depends_on: [db]
        volumes: {data: {}, logs: {}}
        """
                .formatted(image);
    }

    private static Workload workload(String project, Path directory) {
        SequencedMap<VolumeName, Slot> slots = new LinkedHashMap<>();
        slots.put(DATA, new Slot.EngineVolume(project + "_data", false));
        slots.put(LOGS, new Slot.EngineVolume(project + "_logs", false));
        SequencedMap<VolumeName, List<String>> users = new LinkedHashMap<>();
        users.put(DATA, List.of("db"));
        users.put(LOGS, List.of("db"));
        return new Workload(
                AppId.ofDirectory("local", project),
                ComposeLoader.load(LoadRequest.of(directory, new LinkedHashMap<>())).project(),
                slots,
                users);
    }

    static String busybox() {
        return variable("KOMPOX_TEST_BUSYBOX_IMAGE", "kompox-test/busybox:latest");
    }

    private static String variable(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }

    @Override
    public Workload workload() {
        return workload;
    }

    @Override
    public Driver open() {
        SequencedMap<String, String> environment = new LinkedHashMap<>(Map.copyOf(System.getenv()));
        environment.put(
                "KOMPOX_HELPER_IMAGE", variable("KOMPOX_TEST_HELPER_IMAGE", "kompox/helper:0.1.0"));
        return new DockerDriverProvider()
                .open(
                        new DriverSettings(
                                new LinkedHashMap<>(), environment, List.of(workload), null));
    }

    @Override
    public Time time() {
        return Time.system();
    }

    @Override
    public void write(VolumeName volume, String path, String text) {
        create(volume);
        docker(
                text,
                "run",
                "-i",
                "--rm",
                "--label",
                "kompox.dev/test=kit",
                "-v",
                mount(volume, ""),
                busybox(),
                "sh",
                "-c",
                "cat > /v/" + path);
    }

    @Override
    public Optional<String> read(VolumeName volume, String path) {
        if (!docker("", "volume", "ls", "-q").lines().toList().contains(name(volume))) {
            return Optional.empty();
        }
        String said =
                docker(
                        "",
                        "run",
                        "--rm",
                        "--label",
                        "kompox.dev/test=kit",
                        "-v",
                        mount(volume, ":ro"),
                        busybox(),
                        "sh",
                        "-c",
                        "if [ -f /v/" + path + " ]; then echo yes; cat /v/" + path + "; fi");
        return said.startsWith("yes\n") ? Optional.of(said.substring(4)) : Optional.empty();
    }

    @Override
    public void hold(VolumeName volume, boolean writes) {
        docker(
                "",
                "run",
                "-d",
                "--label",
                "kompox.dev/test=kit",
                "--name",
                project + "-stranger",
                "-v",
                mount(volume, writes ? "" : ":ro"),
                busybox(),
                "sleep",
                "1000");
    }

    @Override
    public void letGo() {
        docker("", "rm", "-f", project + "-stranger");
    }

    private String mount(VolumeName volume, String mode) {
        return name(volume) + ":/v" + mode;
    }

    private String name(VolumeName volume) {
        return project + "_" + volume;
    }

    /** As docker compose would, so that it takes it for its own. */
    private void create(VolumeName volume) {
        docker(
                "",
                "volume",
                "create",
                "--label",
                "com.docker.compose.project=" + project,
                "--label",
                "com.docker.compose.volume=" + volume,
                name(volume));
    }

    private String docker(String in, String... words) {
        return Command.run(directory, in, "docker", words);
    }

    private void sweep() {
        Command.run(
                directory,
                "",
                "sh",
                "-c",
                """
                docker ps -aq --filter name=%1$s- | xargs -r docker rm -fv
                docker network ls -q --filter name=%1$s_ | xargs -r docker network rm
                docker volume ls -q | grep -E '^%1$s[_.]' | xargs -r docker volume rm
                docker volume ls -q --filter label=kompox.dev/app=%2$s | xargs -r docker volume rm
                true
                """
                        .formatted(project, workload.app()));
    }

    @Override
    public void close() {
        sweep();
    }
}
