package dev.kompox.compose;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Say what to load, as the options of {@code docker compose} do.
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
        Set<LoadStep> without) {

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
                Set.of());
    }

    /** Load these files instead of discovering them. */
    public LoadRequest withFiles(List<Path> newFiles) {
        return new LoadRequest(
                workingDirectory,
                newFiles,
                envFiles,
                profiles,
                projectName,
                projectDirectory,
                environment,
                services,
                without);
    }

    /** Read these environment files instead of {@code .env}. */
    public LoadRequest withEnvFiles(List<Path> newEnvFiles) {
        return new LoadRequest(
                workingDirectory,
                files,
                newEnvFiles,
                profiles,
                projectName,
                projectDirectory,
                environment,
                services,
                without);
    }

    /** Activate these profiles. */
    public LoadRequest withProfiles(List<String> newProfiles) {
        return new LoadRequest(
                workingDirectory,
                files,
                envFiles,
                newProfiles,
                projectName,
                projectDirectory,
                environment,
                services,
                without);
    }

    /** Name the project. */
    public LoadRequest withProjectName(@Nullable String newName) {
        return new LoadRequest(
                workingDirectory,
                files,
                envFiles,
                profiles,
                newName,
                projectDirectory,
                environment,
                services,
                without);
    }

    /** Use this project directory instead of the first file's. */
    public LoadRequest withProjectDirectory(@Nullable Path newDirectory) {
        return new LoadRequest(
                workingDirectory,
                files,
                envFiles,
                profiles,
                projectName,
                newDirectory,
                environment,
                services,
                without);
    }

    /** Keep these services and those that they depend on. */
    public LoadRequest withServices(List<String> newServices) {
        return new LoadRequest(
                workingDirectory,
                files,
                envFiles,
                profiles,
                projectName,
                projectDirectory,
                environment,
                newServices,
                without);
    }

    /** Leave steps out. */
    public LoadRequest without(Set<LoadStep> steps) {
        return new LoadRequest(
                workingDirectory,
                files,
                envFiles,
                profiles,
                projectName,
                projectDirectory,
                environment,
                services,
                steps);
    }

    @Override
    public String toString() {
        return "LoadRequest[" + workingDirectory + ", files=" + files + "]";
    }
}
