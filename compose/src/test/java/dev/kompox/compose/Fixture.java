package dev.kompox.compose;

import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Write files into a directory and load them. */
public final class Fixture {

    private final Path directory;
    private final Map<String, String> environment = new LinkedHashMap<>();

    public Fixture(Path directory) {
        this.directory = directory;
        environment.put("HOME", "/root");
    }

    public Fixture file(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Fixture env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public LoadRequest request() {
        return LoadRequest.of(directory, environment);
    }

    public LoadedProject load() {
        return ComposeLoader.load(request());
    }

    public Project project() {
        return load().project();
    }

    public Service service(String name) {
        Service service = project().services().get(name);
        if (service == null) {
            throw new AssertionError("no service " + name);
        }
        return service;
    }

    /** Load one service named web whose body is given, as a flow mapping or indented lines. */
    public Service web(String body) {
        file("compose.yaml", "name: t\nservices:\n  web:\n    image: x\n" + body.indent(4));
        return service("web");
    }

    public ComposeException refusal() {
        return refusal(request());
    }

    public static ComposeException refusal(LoadRequest request) {
        try {
            throw new AssertionError("accepted: " + ComposeLoader.load(request));
        } catch (ComposeException e) {
            return e;
        }
    }

    public ComposeException webRefusal(String body) {
        file("compose.yaml", "name: t\nservices:\n  web:\n    image: x\n" + body.indent(4));
        return refusal();
    }
}
