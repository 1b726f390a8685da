package dev.kompox.driver.docker.compose;

/**
 * The labels by which docker compose knows its own. Source: docker/compose, {@code
 * pkg/api/labels.go}.
 */
public final class Labels {

    /** The project's name. */
    public static final String PROJECT = "com.docker.compose.project";

    /** The service's name. */
    public static final String SERVICE = "com.docker.compose.service";

    /** The number of the container among its service's. */
    public static final String NUMBER = "com.docker.compose.container-number";

    /** {@code True} for containers of {@code docker compose run}. */
    public static final String ONE_OFF = "com.docker.compose.oneoff";

    /** The hash of the configuration that the container was made with. */
    public static final String CONFIG_HASH = "com.docker.compose.config-hash";

    /** The volume's key. */
    public static final String VOLUME = "com.docker.compose.volume";

    /** The directory of the project on the machine that started it. */
    public static final String DIRECTORY = "com.docker.compose.project.working_dir";

    /** The Compose files on the machine that started it, with commas between. */
    public static final String FILES = "com.docker.compose.project.config_files";

    private Labels() {}
}
