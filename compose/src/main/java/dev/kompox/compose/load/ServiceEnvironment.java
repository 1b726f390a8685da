package dev.kompox.compose.load;

import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.variables.Variables;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Read the {@code env_file} and {@code label_file} of services into what they stand for. */
final class ServiceEnvironment {

    private final Diagnostics diagnostics;
    private final EnvironmentFiles reader;
    private final Variables project;
    private final Path directory;

    /**
     * Read files.
     *
     * @param project the variables of the project
     * @param directory where paths begin that were not made absolute
     */
    ServiceEnvironment(Diagnostics diagnostics, Variables project, Path directory) {
        this.diagnostics = diagnostics;
        this.reader = new EnvironmentFiles(diagnostics);
        this.project = project;
        this.directory = directory;
    }

    /** Give a bound service with its files read; the keys that named them are gone. */
    MappingNode resolve(MappingNode service) {
        return labels(environment(service));
    }

    private MappingNode environment(MappingNode service) {
        if (!(service.get("env_file") instanceof SequenceNode files)) {
            return service;
        }
        MappingNode own = ModelLoader.section(service, "environment");
        Map<String, String> values = new LinkedHashMap<>();
        for (Node file : files.items()) {
            if (file instanceof MappingNode entry) {
                ScalarNode path =
                        entry.get("path") instanceof ScalarNode named
                                ? named
                                : ScalarNode.string(entry.location(), "");
                boolean required =
                        !(entry.get("required") instanceof ScalarNode flag)
                                || !flag.text().equals("false");
                String format = ModelLoader.text(entry.get("format"));
                read(path, format == null ? "" : format, required, values, own);
            }
        }
        return merged(service.without("env_file"), "environment", own, values, files);
    }

    /** Give a bound service with only the files of its labels read. */
    MappingNode labels(MappingNode service) {
        if (!(service.get("label_file") instanceof SequenceNode files)) {
            return service;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Node file : files.items()) {
            if (file instanceof ScalarNode path && exists(path, "label file", true)) {
                reader.read(directory.resolve(path.text()), "", values, values::get);
            }
        }
        MappingNode own = ModelLoader.section(service, "labels");
        return merged(service.without("label_file"), "labels", own, values, files);
    }

    private void read(
            ScalarNode path,
            String format,
            boolean required,
            Map<String, String> values,
            MappingNode own) {
        if (!exists(path, "env file", required)) {
            return;
        }
        Variables outer =
                name -> {
                    String value = project.get(name);
                    return value == null ? ModelLoader.text(own.get(name)) : value;
                };
        reader.read(directory.resolve(path.text()), format, values, outer);
    }

    private boolean exists(ScalarNode path, String kind, boolean required) {
        boolean named = !path.text().isEmpty();
        if (named && Files.exists(directory.resolve(path.text()))) {
            return true;
        }
        if (required) {
            String name = named ? diagnostics.nameOf(path.text()) : "\"\"";
            diagnostics.error(
                    "no-such-file",
                    Where.ROOT,
                    kind + " " + name + " not found",
                    path,
                    "",
                    "Create the file, or write required: false beside its path.");
        }
        return false;
    }

    private static MappingNode merged(
            MappingNode service, String key, MappingNode own, Map<String, String> values, Node at) {
        TreeMap<String, Entry> all = new TreeMap<>();
        values.forEach((name, value) ->
                all.put(
                        name,
                        new Entry(
                                ScalarNode.string(at.location(), name),
                                ScalarNode.string(at.location(), value))));
        all.putAll(own.entries());
        if (all.isEmpty()) {
            return service;
        }
        return service.with(key, MappingNode.of(own.location(), new LinkedHashMap<>(all)));
    }
}
