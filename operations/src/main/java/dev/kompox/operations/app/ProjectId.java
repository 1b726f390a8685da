package dev.kompox.operations.app;

import dev.kompox.manifest.id.AppId;

/** Give an id to an app that is only a Compose project. */
public final class ProjectId {

    /**
     * Stands for the engine in the id. One engine goes by several names (contexts, {@code
     * DOCKER_HOST}); an app's disks must be found under each of them, and two engines do not mix
     * because each holds its own records.
     */
    private static final String CONTEXT = "local";

    private ProjectId() {}

    /** Return the id of a project on the Docker Engine that is in use. */
    public static AppId of(String project) {
        return AppId.ofDirectory(CONTEXT, project);
    }
}
