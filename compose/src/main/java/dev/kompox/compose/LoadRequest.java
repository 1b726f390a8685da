package dev.kompox.compose;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Say what to load, as the options of {@code docker compose} do (Compose Specification, "The
 * Compose file").
 *
 * <p>{@link #toString()} leaves the environment out: it may hold secrets.
 *
 * @param workingDirectory the directory the user stands in; relative paths start here
 * @param files the files of {@code -f}, {@code -} for standard input; empty means {@code
 *     COMPOSE_FILE} or discovery from the working directory upwards
 * @param envFiles the files of {@code --env-file}; empty means {@code COMPOSE_ENV_FILES} or {@code
 *     .env}
 * @param profiles the names of {@code --profile}; empty means {@code COMPOSE_PROFILES}
 * @param projectName the name of {@code -p}, or null
 * @param projectDirectory the directory of {@code --project-directory}, or null
 * @param environment the process environment
 * @param services the services to keep, with those that they depend on, also when their profiles
 *     are not active; empty means all that the profiles enable
 * @param without steps to leave out
 * @param remote brings what {@code include} and {@code extends} name on other machines
 */
public record LoadRequest(
        Path workingDirectory,
        List<Path> files,
        List<Path> envFiles,
        List<String> profiles,
        @Nullable String projectName,
        @Nullable Path projectDirectory,
        SequencedMap<String, String> environment,
        List<String> services,
        Set<LoadStep> without,
        RemoteFiles remote) {

    /** Make the working directory absolute and copy the collections. */
    public LoadRequest {
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
        files = List.copyOf(files);
        envFiles = List.copyOf(envFiles);
        profiles = List.copyOf(profiles);
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
        services = List.copyOf(services);
        without = Set.copyOf(without);
    }

    /** Load what is found from a directory, as {@code docker compose} without options does. */
    public static LoadRequest of(Path workingDirectory, Map<String, String> environment) {
        return new LoadRequest(
                workingDirectory,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                new LinkedHashMap<>(environment),
                List.of(),
                Set.of(),
                RemoteFiles.NONE);
    }

    /** Load these files instead of discovering them. */
    public LoadRequest withFiles(List<Path> newFiles) {
        return copy(draft -> draft.files = newFiles);
    }

    /** Read these environment files instead of {@code .env}. */
    public LoadRequest withEnvFiles(List<Path> newEnvFiles) {
        return copy(draft -> draft.envFiles = newEnvFiles);
    }

    /** Activate these profiles. */
    public LoadRequest withProfiles(List<String> newProfiles) {
        return copy(draft -> draft.profiles = newProfiles);
    }

    /** Name the project. */
    public LoadRequest withProjectName(@Nullable String newName) {
        return copy(draft -> draft.projectName = newName);
    }

    /** Use this project directory instead of the first file's. */
    public LoadRequest withProjectDirectory(@Nullable Path newDirectory) {
        return copy(draft -> draft.projectDirectory = newDirectory);
    }

    /** Keep these services and those that they depend on. */
    public LoadRequest withServices(List<String> newServices) {
        return copy(draft -> draft.services = newServices);
    }

    /** Leave steps out. */
    public LoadRequest without(Set<LoadStep> steps) {
        return copy(draft -> draft.without = steps);
    }

    /** Bring what lies on other machines in this way. */
    public LoadRequest withRemote(RemoteFiles files) {
        return copy(draft -> draft.remote = files);
    }

    private LoadRequest copy(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new LoadRequest(
                workingDirectory,
                draft.files,
                draft.envFiles,
                draft.profiles,
                draft.projectName,
                draft.projectDirectory,
                environment,
                draft.services,
                draft.without,
                draft.remote);
    }

    @Override
    public String toString() {
        return "LoadRequest[" + workingDirectory + ", files=" + files + "]";
    }

    /** What one call changes. */
    private static final class Draft {

        private List<Path> files;
        private List<Path> envFiles;
        private List<String> profiles;
        private @Nullable String projectName;
        private @Nullable Path projectDirectory;
        private List<String> services;
        private Set<LoadStep> without;
        private RemoteFiles remote;

        Draft(LoadRequest from) {
            files = from.files;
            envFiles = from.envFiles;
            profiles = from.profiles;
            projectName = from.projectName;
            projectDirectory = from.projectDirectory;
            services = from.services;
            without = from.without;
            remote = from.remote;
        }
    }
}
