package dev.kompox.operations.app;

import dev.kompox.compose.model.Mount;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.model.Volume;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.Workload;
import dev.kompox.manifest.id.AppId;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Find the volumes of a project: what holds data that Kompox is to keep. */
public final class Workloads {

    private final Project project;
    private final SequencedMap<VolumeName, Slot> slots = new LinkedHashMap<>();
    private final SequencedMap<VolumeName, List<String>> users = new LinkedHashMap<>();
    private final SequencedMap<Path, List<Service>> bound = new LinkedHashMap<>();
    private final SequencedMap<Path, VolumeName> directories = new LinkedHashMap<>();

    private Workloads(Project project) {
        this.project = project;
    }

    /**
     * Make the workload of a project.
     *
     * <p>Volumes are the named volumes that an enabled service mounts, and the directories inside
     * the project directory that a service binds for writing; one within another is part of it.
     * Anonymous volumes, single files, read-only binds and directories elsewhere belong to the
     * container or to the machine.
     */
    public static Workload of(AppId app, Project project) {
        Workloads found = new Workloads(project);
        for (Service service : project.services().values()) {
            service.mounts().forEach(mount -> found.named(service, mount));
        }
        for (Service service : project.services().values()) {
            service.mounts().forEach(mount -> found.bound(service, mount));
        }
        found.bound.forEach(found::directory);
        return new Workload(app, project, found.slots, found.users);
    }

    private void named(Service service, Mount mount) {
        if (mount instanceof Mount.VolumeMount named) {
            Volume volume = project.volumes().get(named.volume());
            if (volume != null) {
                VolumeName name = new VolumeName(volume.key());
                slots.putIfAbsent(name, new Slot.EngineVolume(volume.name(), volume.external()));
                use(name, service);
            }
        }
    }

    private void bound(Service service, Mount mount) {
        if (!(mount instanceof Mount.BindMount bind) || bind.readOnly()) {
            return;
        }
        Path root = project.workingDirectory();
        Path path = Path.of(bind.source()).normalize();
        boolean inside = path.isAbsolute() && path.startsWith(root) && !path.equals(root);
        if (inside && !isOtherThanDirectory(path)) {
            bound.computeIfAbsent(path, _ -> new ArrayList<>()).add(service);
        }
    }

    private void directory(Path path, List<Service> services) {
        Path whole =
                bound.keySet().stream()
                        .filter(path::startsWith)
                        .min(Comparator.comparingInt(Path::getNameCount))
                        .orElse(path);
        Path relative = project.workingDirectory().relativize(whole);
        VolumeName name = directories.computeIfAbsent(whole, _ -> directoryName(relative));
        slots.putIfAbsent(name, new Slot.Directory(whole));
        services.forEach(service -> use(name, service));
    }

    /** What does not exist yet will be made as a directory by the engine. */
    private static boolean isOtherThanDirectory(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path);
    }

    /** Name a directory after its path: {@code ./data/db} → {@code data-db}; ADR 5. */
    private VolumeName directoryName(Path relative) {
        StringBuilder text = new StringBuilder();
        String path = relative.toString();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '_'
                            || (c == '.' && !text.isEmpty());
            if (plain || (!text.isEmpty() && text.charAt(text.length() - 1) != '-')) {
                text.append(plain ? c : '-');
            }
        }
        String stem = text.isEmpty() ? "dir" : text.substring(0, Math.min(text.length(), 110));
        String base = Character.isLetterOrDigit(stem.charAt(0)) ? stem : "d" + stem;
        VolumeName name = new VolumeName(base);
        String suffix = "-dir";
        for (int number = 2; slots.containsKey(name); number++) {
            name = new VolumeName(base + suffix);
            suffix = "-dir-" + number;
        }
        return name;
    }

    private void use(VolumeName volume, Service service) {
        List<String> services = users.computeIfAbsent(volume, _ -> new ArrayList<>());
        if (!services.contains(service.name())) {
            services.add(service.name());
        }
    }
}
