package dev.kompox.manifest.load;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kompox.compose.ComposeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A project directory in the making. */
final class Project {

    static final String CLUSTER = "/ws/w/prv/p/cls/c";
    static final String APP = CLUSTER + "/app/a";

    private final Path directory;
    private final Map<String, String> environment = new LinkedHashMap<>();

    Project(Path directory) {
        this.directory = directory;
    }

    Path path(String relative) {
        return directory.resolve(relative);
    }

    Project file(String path, String... documents) {
        try {
            Path file = path(path);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, String.join("---\n", documents));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Project directory(String path) {
        try {
            Files.createDirectories(path(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Project link(String path, String target) {
        try {
            Path link = path(path);
            Files.createDirectories(Objects.requireNonNull(link.getParent()));
            Files.createSymbolicLink(link, Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Project variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    KomRequest request() {
        return KomRequest.of(directory, environment);
    }

    KomRequest request(String from) {
        return KomRequest.of(path(from), environment);
    }

    LoadedKom load() {
        return KomLoader.load(request());
    }

    /** Load and give the ids. */
    List<String> ids() {
        return ids(request());
    }

    static List<String> ids(KomRequest request) {
        List<String> ids = new ArrayList<>();
        KomLoader.load(request).set().resources().forEach(each -> ids.add(each.id().toString()));
        return ids;
    }

    /** Load in vain and give what is told, with the directory's name left out. */
    String refusal() {
        return refusal(request());
    }

    String refusal(KomRequest request) {
        ComposeException refusal =
                catchThrowableOfType(ComposeException.class, () -> KomLoader.load(request));
        return refusal == null
                ? "accepted"
                : String.valueOf(refusal.getMessage()).replace(directory + "/", "");
    }

    static String workspace(String name) {
        return document("Workspace", "/ws/" + name, "");
    }

    /** A workspace, a provider and a cluster. */
    static String[] place() {
        return new String[] {
            workspace("w"),
            document("Provider", "/ws/w/prv/p", "spec: {driver: docker}\n"),
            document("Cluster", CLUSTER, "spec: {existing: true}\n")
        };
    }

    static String app(String id) {
        return document("App", id, "spec: {compose: \"services: {}\"}\n");
    }

    static String defaults(String spec) {
        return "apiVersion: ops.kompox.dev/v1alpha1\nkind: Defaults\nspec: {" + spec + "}\n";
    }

    static String document(String kind, String id, String rest) {
        return """
        apiVersion: ops.kompox.dev/v1alpha1
        kind: %s
        metadata:
          name: %s
          annotations: {ops.kompox.dev/id: %s}
        """
                        .formatted(kind, id.substring(id.lastIndexOf('/') + 1), id)
                + rest;
    }
}
