package dev.kompox.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The engine of this machine, {@code default}, and one beside it, {@code newbox}: two contexts. */
final class Neighbours implements AutoCloseable {

    static final String OLD = "default";
    static final String NEW = "newbox";

    private final PrivateEngine other;
    private final Path configuration;

    private Neighbours(PrivateEngine other, Path configuration) {
        this.other = other;
        this.configuration = configuration;
    }

    /** Start the other engine; skips the test where that cannot be. */
    static Neighbours start(Path parent, int mebibytes) throws IOException {
        PrivateEngine other = PrivateEngine.networked(mebibytes);
        Path configuration = Files.createDirectories(parent.resolve("docker-config"));
        Neighbours both = new Neighbours(other, configuration);
        Shell.run(
                        parent,
                        both.environment(),
                        List.of(
                                "docker",
                                "context",
                                "create",
                                NEW,
                                "--docker",
                                "host=" + other.address()))
                .ok();
        return both;
    }

    /** Make a project at the old place. */
    App app(Path parent, String name, String compose) {
        return App.in(parent, name, compose, environment());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DOCKER_CONFIG", configuration.toString());
        return environment;
    }

    /** Run docker at one of the two. */
    static Result docker(App app, String context, String... arguments) {
        String[] command = new String[arguments.length + 3];
        command[0] = "docker";
        command[1] = "--context";
        command[2] = context;
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return app.run(command);
    }

    /** Tell how many containers of a project run at one of the two. */
    static long running(App app, String context) {
        return docker(
                        app,
                        context,
                        "ps",
                        "-q",
                        "--filter",
                        "label=com.docker.compose.project=" + app.project)
                .ok()
                .out()
                .lines()
                .count();
    }

    @Override
    public void close() throws IOException {
        other.close();
    }
}
