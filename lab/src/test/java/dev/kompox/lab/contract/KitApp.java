package dev.kompox.lab.contract;

import dev.kompox.compose.model.Dependency;
import dev.kompox.compose.model.Mount;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.manifest.id.AppId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The app that the contract kit asks for. */
final class KitApp {

    private KitApp() {}

    static Workload workload() {
        SequencedMap<String, Service> services = new LinkedHashMap<>();
        List<Mount> mounts =
                List.of(
                        new Mount.VolumeMount("data", "/data", false, null, false),
                        new Mount.VolumeMount("logs", "/logs", false, null, false));
        services.put("db", service("db", mounts, List.of()));
        services.put("web", service("web", List.of(), List.of("db")));
        SequencedMap<VolumeName, Slot> slots = new LinkedHashMap<>();
        SequencedMap<VolumeName, List<String>> users = new LinkedHashMap<>();
        for (VolumeName volume : List.of(DriverFixture.DATA, DriverFixture.LOGS)) {
            slots.put(volume, new Slot.EngineVolume("kit_" + volume, false));
            users.put(volume, List.of("db"));
        }
        AppId app = new AppId("local", "lab", "default", "kit");
        return new Workload(app, project(services), slots, users);
    }

    private static Project project(SequencedMap<String, Service> services) {
        return new Project(
                "kit",
                Path.of("/srv/kit"),
                List.of(Path.of("/srv/kit/compose.yaml")),
                List.of(),
                List.of(),
                services,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                nothing());
    }

    private static Service service(String name, List<Mount> mounts, List<String> waitsFor) {
        SequencedMap<String, Dependency> dependsOn = new LinkedHashMap<>();
        for (String other : waitsFor) {
            dependsOn.put(other, new Dependency(Dependency.Condition.SERVICE_STARTED, false, true));
        }
        return new Service(
                name,
                name + ":1",
                false,
                null,
                null,
                null,
                new LinkedHashMap<>(),
                List.of(),
                mounts,
                dependsOn,
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
