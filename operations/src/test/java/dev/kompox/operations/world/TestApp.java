package dev.kompox.operations.world;

import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.manifest.id.AppId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Make the app of the tests: {@code shop} with services db, web and worker, and the volumes db (of
 * db) and files (of web and worker).
 */
public final class TestApp {

    /** The app. */
    public static final AppId ID = new AppId("local", "docker", "default", "shop");

    /** The volume of the database. */
    public static final VolumeName DB = new VolumeName("db");

    /** The volume of uploaded files. */
    public static final VolumeName FILES = new VolumeName("files");

    private TestApp() {}

    /** Return the app with its two volumes. */
    public static Workload shop() {
        SequencedMap<VolumeName, Slot> slots = new LinkedHashMap<>();
        slots.put(DB, new Slot.EngineVolume("shop_db", false));
        slots.put(FILES, new Slot.EngineVolume("shop_files", false));
        return with(slots);
    }

    /** Return the app with other volumes. */
    public static Workload with(SequencedMap<VolumeName, Slot> slots) {
        SequencedMap<VolumeName, List<String>> users = new LinkedHashMap<>();
        users.put(DB, List.of("db"));
        users.put(FILES, List.of("web", "worker"));
        users.keySet().retainAll(slots.keySet());
        SequencedMap<String, Service> services = new LinkedHashMap<>();
        for (String name : List.of("db", "web", "worker")) {
            services.put(name, service(name));
        }
        Project project =
                new Project(
                        "shop",
                        Path.of("/srv/shop"),
                        List.of(Path.of("/srv/shop/compose.yaml")),
                        List.of(),
                        List.of(),
                        services,
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        nothing());
        return new Workload(ID, project, slots, users);
    }

    private static Service service(String name) {
        return new Service(
                name,
                name + ":1",
                false,
                null,
                null,
                null,
                new LinkedHashMap<String, @Nullable String>(),
                List.of(),
                List.of(),
                new LinkedHashMap<>(),
                null,
                Duration.ofSeconds(10),
                null,
                null,
                1,
                new LinkedHashMap<>(),
                List.of(),
                List.of(),
                nothing());
    }

    private static MappingNode nothing() {
        return MappingNode.empty(new Location("compose.yaml", 1, 1));
    }
}
