package dev.kompox.kubernetes.convert;

import dev.kompox.compose.ComposeLoader;
import dev.kompox.compose.LoadRequest;
import dev.kompox.compose.model.Mount;
import dev.kompox.compose.model.Project;
import dev.kompox.kubernetes.files.ProjectFiles;
import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.manifest.id.AppId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Projects to convert. */
final class Projects {

    /** Compose files, each for itself, of the one project {@code cases}. */
    static final Path CASES = Path.of("src/test/resources/cases").toAbsolutePath();

    private Projects() {}

    /** Convert a Compose file of a directory. */
    static Conversion convert(Path directory, String file, String namespace) {
        LoadRequest load =
                LoadRequest.of(directory, new LinkedHashMap<>())
                        .withFiles(List.of(directory.resolve(file)));
        return Converter.convert(request(load, namespace, Publication.NONE));
    }

    static Conversion convert(Path directory) {
        return Converter.convert(request(directory, "k4x-test", Publication.NONE));
    }

    /** Convert a Compose file of this text. */
    static Conversion convert(Path directory, String compose) {
        return convert(directory, compose, Publication.NONE);
    }

    /** Convert a Compose file of this text to be reached like that. */
    static Conversion convert(Path directory, String compose, Publication ingress) {
        write(directory, compose);
        return Converter.convert(request(directory, "k4x-test", ingress));
    }

    /** Return the objects of a Compose file of this text. */
    static List<KubernetesObject> converted(Path directory, String namespace, String compose) {
        write(directory, compose);
        return Converter.convert(request(directory, namespace, Publication.NONE)).objects();
    }

    /** Return a Compose file of forty services, in chains of four. */
    static String forty() {
        StringBuilder compose = new StringBuilder("services:\n");
        for (int i = 0; i < 40; i++) {
            String needs = i % 4 == 0 ? "" : ", depends_on: [s%d]".formatted(i - 1);
            compose.append(
                    "  s%d: {image: x, environment: {A: b}, ports: [%d]%s}\n"
                            .formatted(i, 8000 + i, needs));
        }
        return compose.toString();
    }

    private static void write(Path directory, String compose) {
        try {
            Files.writeString(directory.resolve("compose.yaml"), compose);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the pod's specification. */
    static Map<?, ?> pod(Conversion conversion) {
        Map<?, ?> deployment =
                conversion.objects().stream()
                        .filter(object -> object.kind().equals("Deployment"))
                        .findFirst()
                        .orElseThrow()
                        .body();
        return map(map(map(deployment.get("spec")).get("template")).get("spec"));
    }

    /** Return the container of a name, init containers included. */
    static Map<?, ?> container(Conversion conversion, String name) {
        return Stream.of("initContainers", "containers")
                .map(key -> pod(conversion).get(key))
                .filter(Objects::nonNull)
                .flatMap(list -> ((List<?>) list).stream())
                .map(Projects::map)
                .filter(container -> name.equals(container.get("name")))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Return what is found below, by keys of maps and numbers of list items; null if nothing is.
     */
    static @Nullable Object at(@Nullable Object from, Object... path) {
        Object found = from;
        for (Object step : path) {
            found =
                    switch (found) {
                        case Map<?, ?> map -> map.get(step);
                        case List<?> list -> list.get((Integer) step);
                        case null, default -> null;
                    };
        }
        return found;
    }

    /** Return the list of texts below. */
    static List<String> words(@Nullable Object from, Object... path) {
        return ((List<?>) Objects.requireNonNull(at(from, path)))
                .stream().map(String::valueOf).toList();
    }

    /** Return the names of the containers under a key of the pod. */
    static List<String> names(Conversion conversion, String key) {
        return ((List<?>) Objects.requireNonNull(pod(conversion).get(key)))
                .stream().map(one -> String.valueOf(at(one, "name"))).toList();
    }

    /** Return the only object of a kind and name. */
    static KubernetesObject object(Conversion conversion, String kind, String name) {
        return conversion.objects().stream()
                .filter(one -> one.kind().equals(kind) && one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Return the lines of the report about a key. */
    static List<String> lines(Conversion conversion, String path) {
        return conversion.report().lines().stream()
                .filter(line -> line.path().equals(path))
                .map(line -> line.verdict() + " " + line.text())
                .toList();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    /** Return the request to convert what a directory has, all its volumes with claims. */
    static ConversionRequest request(Path directory, String namespace, Publication ingress) {
        return request(LoadRequest.of(directory, new LinkedHashMap<>()), namespace, ingress);
    }

    private static ConversionRequest request(
            LoadRequest load, String namespace, Publication ingress) {
        Project project = ComposeLoader.load(load).project();
        SequencedMap<String, String> claims = new LinkedHashMap<>();
        project.volumes().keySet().forEach(key -> claims.put(key, "claim-" + key));
        SequencedMap<String, String> directories = new LinkedHashMap<>();
        for (String name : List.of("disk", "other")) {
            String path = project.workingDirectory().resolve(name).toString();
            if (binds(project, path)) {
                claims.put(name, "claim-" + name);
                directories.put(path, name);
            }
        }
        return new ConversionRequest(
                AppId.ofDirectory("local", project.name()),
                project,
                claims,
                directories,
                new Machine(),
                namespace,
                "csi",
                null,
                1,
                List.of("ingress"),
                ingress);
    }

    private static boolean binds(Project project, String path) {
        return project.services().values().stream()
                .flatMap(service -> service.mounts().stream())
                .anyMatch(mount ->
                        mount instanceof Mount.BindMount bind && bind.source().equals(path));
    }

    /**
     * A machine whose files are the real ones, besides a web.conf, and whose only variable is
     * SHOP_KEY.
     */
    private static final class Machine implements LocalFiles {

        private final LocalFiles real = new ProjectFiles(Map.of("SHOP_KEY", "s3cret"));

        @Override
        public Found look(String path) {
            return path.endsWith("web.conf")
                    ? new Content("listen 80;\n".getBytes(StandardCharsets.UTF_8), false)
                    : real.look(path);
        }

        @Override
        public boolean filled(String directory) {
            return real.filled(directory);
        }

        @Override
        public @Nullable String variable(String name) {
            return real.variable(name);
        }
    }
}
