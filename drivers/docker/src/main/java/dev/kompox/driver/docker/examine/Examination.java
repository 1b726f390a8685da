package dev.kompox.driver.docker.examine;

import dev.kompox.driver.DriverSettings;
import dev.kompox.driver.Finding;
import dev.kompox.driver.Finding.Level;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.docker.context.DockerContext;
import dev.kompox.driver.docker.engine.ContainerInfo;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.docker.storage.HelperImage;
import dev.kompox.driver.docker.storage.Helpers;
import dev.kompox.driver.docker.storage.Room;
import dev.kompox.driver.failure.DriverException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Examine an engine and the tools that speak to it, each part only if those under it work. */
public final class Examination {

    private static final long LITTLE_ROOM = 1L << 30;

    private final DriverSettings settings;
    private final Supplier<DockerContext> choice;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Examine what some settings name.
     *
     * @param choice chooses the context, or fails if there is none of that name
     */
    public Examination(DriverSettings settings, Supplier<DockerContext> choice) {
        this.settings = settings;
        this.choice = choice;
    }

    /** Ask everything. Never fails. */
    public List<Finding> findings() {
        findings.clear();
        DockerContext context = attempt(choice);
        if (context == null) {
            return List.copyOf(findings);
        }
        findings.addAll(new Tools(context, settings.environment()).findings());
        Engine engine = new Engine(context.endpoint());
        JsonValue info = attempt(engine::info);
        if (info != null) {
            ok(
                    "Docker Engine "
                            + info.get("ServerVersion").text()
                            + " answers at "
                            + context.endpoint()
                            + " (context "
                            + context.name()
                            + ")");
            engine(info);
            attempt(() -> helper(engine));
            attempt(() -> frozen(engine));
        }
        return List.copyOf(findings);
    }

    private void engine(JsonValue info) {
        if (!info.get("OSType").text().equals("linux")) {
            add(
                    Level.FAIL,
                    "this Docker Engine runs "
                            + info.get("OSType").text()
                            + " containers; Kompox needs Linux containers",
                    "docker context ls");
        }
        ok(
                "data of volumes is under "
                        + info.get("DockerRootDir").text()
                        + ", storage driver "
                        + info.get("Driver").text());
    }

    private boolean helper(Engine engine) {
        HelperImage image =
                new HelperImage(
                        engine,
                        settings.environment().get("KOMPOX_HELPER_IMAGE"),
                        settings.distribution());
        if (image.present()) {
            ok("the helper image is on the engine");
            room(engine, image);
        } else if (image.archive() != null) {
            ok(
                    "the helper image is in this installation and will be loaded when it is first needed");
        } else {
            add(Level.FAIL, image.absence() + "; snapshots and restores need it", image.remedy());
        }
        return true;
    }

    private void room(Engine engine, HelperImage image) {
        ByteSize free = new Room(engine, new Helpers(engine, image)).free();
        String sentence = "free where the engine keeps volumes: " + free;
        if (free.bytes() < LITTLE_ROOM) {
            add(
                    Level.WARN,
                    sentence + "; a snapshot needs as much as its disks hold",
                    "docker system df");
        } else {
            ok(sentence);
        }
    }

    /** A container that stays frozen looks to its users like one that hangs. */
    private boolean frozen(Engine engine) {
        List<String> paused =
                engine.containers(Map.of("status", List.of("paused"))).stream()
                        .map(ContainerInfo::name)
                        .sorted()
                        .toList();
        if (!paused.isEmpty()) {
            add(
                    Level.WARN,
                    "frozen containers: " + String.join(", ", paused),
                    "docker unpause " + String.join(" ", paused));
        }
        return true;
    }

    private <T> @Nullable T attempt(Supplier<T> question) {
        try {
            return question.get();
        } catch (DriverException e) {
            add(Level.FAIL, e.sentence(), e.remedy());
            return null;
        }
    }

    private void ok(String sentence) {
        add(Level.OK, sentence, null);
    }

    private void add(Level level, String sentence, @Nullable String remedy) {
        findings.add(new Finding(level, sentence, remedy));
    }
}
