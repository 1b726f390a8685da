package dev.kompox.driver.docker.context;

import dev.kompox.driver.docker.engine.Endpoint;
import java.util.List;

/**
 * Name an engine and how the docker command line reaches it.
 *
 * @param name the context's name; {@code default} for the socket or {@code DOCKER_HOST}
 * @param endpoint where the engine listens
 * @param arguments what to put after {@code docker} so that it reaches the same engine
 */
public record DockerContext(String name, Endpoint endpoint, List<String> arguments) {

    /** Copies the arguments. */
    public DockerContext {
        arguments = List.copyOf(arguments);
    }
}
