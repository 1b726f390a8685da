package dev.kompox.driver.docker.context;

import dev.kompox.driver.docker.engine.Endpoint;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Choose the engine as the docker command line does: a context named by option, then {@code
 * DOCKER_HOST}, then {@code DOCKER_CONTEXT}, then the current context of {@code config.json}, then
 * the socket. Source: docker/cli, "docker context".
 */
public final class Contexts {

    private static final String DEFAULT = "default";

    private final Map<String, String> environment;
    private final Path configuration;

    /** Read from an environment; {@code DOCKER_CONFIG} or {@code HOME/.docker} holds the rest. */
    public Contexts(Map<String, String> environment) {
        this.environment = environment;
        String directory = environment.get("DOCKER_CONFIG");
        this.configuration =
                directory == null || directory.isEmpty()
                        ? Path.of(environment.getOrDefault("HOME", "/root"), ".docker")
                        : Path.of(directory);
    }

    /**
     * Choose the engine.
     *
     * @param wished the context named by option, or null
     * @throws DriverException {@code NotFound} listing the contexts there are; {@code Invalid} for
     *     an address of no known form
     */
    public DockerContext choose(@Nullable String wished) {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (wished == null && !host.isEmpty()) {
            return new DockerContext(nameOf(host), endpoint(host, material(null)), List.of());
        }
        String name = wished == null ? environment.getOrDefault("DOCKER_CONTEXT", "") : wished;
        if (name.isEmpty()) {
            name = current();
        }
        return name.isEmpty() || name.equals(DEFAULT) ? standard(wished != null) : named(name);
    }

    /** Two engines never go by one name, so that an operation is not taken up at another. */
    private static String nameOf(String host) {
        String address = host.replaceFirst("^[a-z]+://", "");
        return address.isBlank() || address.equals("/var/run/docker.sock") ? DEFAULT : address;
    }

    private DockerContext standard(boolean explicit) {
        return new DockerContext(
                DEFAULT,
                new Endpoint.Unix(Path.of("/var/run/docker.sock")),
                explicit ? List.of("--context", DEFAULT) : List.of());
    }

    private DockerContext named(String name) {
        String id = sha256(name);
        Path meta = configuration.resolve("contexts/meta").resolve(id).resolve("meta.json");
        if (!Files.exists(meta)) {
            throw new DriverException(
                    new Category.NotFound(),
                    "there is no docker context \""
                            + name
                            + "\"; there "
                            + (names().size() == 1 ? "is only " : "are ")
                            + String.join(", ", names()),
                    "Give one of these with --context, or look: docker context ls");
        }
        JsonValue docker = json(meta).get("Endpoints").get("docker");
        Path tls = configuration.resolve("contexts/tls").resolve(id).resolve("docker");
        String host = docker.get("Host").text();
        return new DockerContext(
                name,
                endpoint(host, Files.isDirectory(tls) ? tls : null),
                List.of("--context", name));
    }

    private Endpoint endpoint(String host, @Nullable Path material) {
        if (host.startsWith("unix://")) {
            return new Endpoint.Unix(Path.of(host.substring("unix://".length())));
        }
        if (host.startsWith("ssh://")) {
            return new Endpoint.Ssh(host);
        }
        if (host.startsWith("tcp://")
                || host.startsWith("https://")
                || host.startsWith("http://")) {
            URI uri = URI.create(host);
            boolean tls = material != null || host.startsWith("https://");
            int port = uri.getPort() > 0 ? uri.getPort() : tls ? 2376 : 2375;
            String name = String.valueOf(uri.getHost());
            boolean verify = !environment.getOrDefault("DOCKER_TLS_VERIFY", "1").isEmpty();
            Path directory = material == null ? configuration : material;
            return tls
                    ? new Endpoint.Tls(name, port, directory, verify)
                    : new Endpoint.Tcp(name, port);
        }
        throw new DriverException(
                new Category.Invalid(),
                "\"" + host + "\" is no address of a Docker Engine",
                "Set DOCKER_HOST to unix://…, tcp://… or ssh://…, or see: docker context ls");
    }

    private @Nullable Path material(@Nullable Path otherwise) {
        String verify = environment.getOrDefault("DOCKER_TLS_VERIFY", "");
        if (verify.isEmpty() && environment.getOrDefault("DOCKER_TLS", "").isEmpty()) {
            return otherwise;
        }
        String path = environment.getOrDefault("DOCKER_CERT_PATH", "");
        return path.isEmpty() ? configuration : Path.of(path);
    }

    private String current() {
        Path file = configuration.resolve("config.json");
        return Files.exists(file) ? json(file).get("currentContext").text() : "";
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(DEFAULT));
        Path directory = configuration.resolve("contexts/meta");
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    names.add(json(entry.resolve("meta.json")).get("Name").text());
                }
            } catch (IOException e) {
                throw unreadable(directory, e);
            }
        }
        names.sort(null);
        return names;
    }

    private static JsonValue json(Path file) {
        try {
            return JsonValue.parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    private static DriverException unreadable(Path file, Exception e) {
        return new DriverException(
                new Category.Corrupt(),
                file + " cannot be read: " + e.getMessage(),
                "docker context ls",
                null,
                e);
    }

    private static String sha256(String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
