package dev.kompox.driver.docker;

import dev.kompox.driver.Driver;
import dev.kompox.driver.DriverProvider;
import dev.kompox.driver.DriverSettings;
import dev.kompox.driver.Finding;
import dev.kompox.driver.docker.context.Contexts;
import dev.kompox.driver.docker.context.DockerContext;
import dev.kompox.driver.docker.examine.Examination;
import java.util.List;

/** Reaches Docker Engines; the option {@code context} names one, as {@code docker context} does. */
public final class DockerDriverProvider implements DriverProvider {

    /** The driver's name. */
    static final String NAME = "docker";

    /** Found by {@link java.util.ServiceLoader}. */
    public DockerDriverProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Docker Engine of this machine or of a docker context, with docker compose";
    }

    @Override
    public Driver open(DriverSettings settings) {
        return new DockerDriver(context(settings), settings);
    }

    @Override
    public List<Finding> examine(DriverSettings settings) {
        return new Examination(settings, () -> context(settings)).findings();
    }

    private static DockerContext context(DriverSettings settings) {
        return new Contexts(settings.environment()).choose(settings.options().get("context"));
    }
}
