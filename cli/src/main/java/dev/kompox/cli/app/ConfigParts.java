package dev.kompox.cli.app;

import dev.kompox.cli.command.UsageException;
import dev.kompox.compose.LoadedProject;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.render.ServiceHash;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Parts of a Compose project, one a line. */
final class ConfigParts {

    private ConfigParts() {}

    /** Names of resources, by the option that asks for them. */
    static String names(String option, Project project) {
        return lines(
                switch (option) {
                    case "--services" -> project.services().keySet();
                    case "--volumes" -> project.volumes().keySet();
                    case "--networks" -> project.networks().keySet();
                    case "--images" ->
                            project.services().values().stream().map(project::image).toList();
                    case "--models" -> models(project);
                    case "--profiles" -> profiles(project);
                    default -> throw new IllegalArgumentException(option);
                });
    }

    private static Set<String> models(Project project) {
        Set<String> models = new TreeSet<>();
        if (project.tree().get("models") instanceof MappingNode all) {
            all.entries()
                    .values()
                    .forEach(each -> {
                        if (each.value() instanceof MappingNode model
                                && model.get("model") instanceof ScalarNode name) {
                            models.add(name.text());
                        }
                    });
        }
        return models;
    }

    private static Set<String> profiles(Project project) {
        Set<String> profiles = new TreeSet<>();
        for (Map<String, Service> services :
                List.of(project.services(), project.disabledServices())) {
            services.values().forEach(service -> profiles.addAll(service.profiles()));
        }
        return profiles;
    }

    /**
     * What makes containers anew when it changes, as a digest for each service.
     *
     * @param wanted names after each other with commas, or {@code *}
     */
    static String hashes(String wanted, Project project) {
        Collection<String> names =
                wanted.equals("*") ? project.services().keySet() : List.of(wanted.split(",", -1));
        List<String> lines = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            Service service = project.services().get(name);
            if (service == null) {
                throw new UsageException(
                        "there is no service \"" + name + "\"", "", "kompox config --services");
            }
            lines.add(name + " " + ServiceHash.of(service));
        }
        return lines(lines);
    }

    /** The variables that files are filled in with. */
    static String environment(LoadedProject loaded) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(loaded.environment()).forEach((name, value) -> lines.add(name + "=" + value));
        return lines(lines);
    }

    static String lines(Iterable<String> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(item).append('\n'));
        return text.toString();
    }
}
