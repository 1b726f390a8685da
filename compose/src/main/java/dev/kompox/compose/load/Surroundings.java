package dev.kompox.compose.load;

import dev.kompox.compose.LoadRequest;
import dev.kompox.compose.diagnose.Diagnostics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Work out what surrounds the files: which they are, the project directory, the environment.
 *
 * @param files the Compose files, absolute; {@code -} for standard input
 * @param directory the absolute project directory
 * @param envFiles the environment files read
 * @param environment the process environment completed from the environment files
 * @param profiles the active profiles
 */
record Surroundings(
        List<Path> files,
        Path directory,
        List<Path> envFiles,
        SequencedMap<String, String> environment,
        List<String> profiles) {

    private static final Path STANDARD_INPUT = Path.of("-");

    Surroundings {
        files = List.copyOf(files);
        envFiles = List.copyOf(envFiles);
        environment = new LinkedHashMap<>(environment);
        profiles = List.copyOf(profiles);
    }

    /** Look around as docker compose does, in its order. */
    static Surroundings of(LoadRequest request, Diagnostics diagnostics) {
        EnvironmentFiles reader = new EnvironmentFiles(diagnostics);
        List<Path> files = absolute(request, request.files());
        List<Path> envFiles = envFiles(request, directory(request, files), diagnostics);
        SequencedMap<String, String> environment = reader.merged(request.environment(), envFiles);
        if (files.isEmpty()) {
            files = absolute(request, listed(environment));
        }
        if (files.isEmpty()) {
            Path start =
                    request.projectDirectory() == null
                            ? request.workingDirectory()
                            : directory(request, files);
            files = new Discovery(diagnostics).from(start);
        }
        Path directory = directory(request, files);
        // the project directory may be another one than the first look assumed
        for (Path file : envFiles(request, directory, diagnostics)) {
            if (!envFiles.contains(file)) {
                envFiles.add(file);
                environment = reader.merged(environment, List.of(file));
            }
        }
        return new Surroundings(
                files, directory, envFiles, environment, profiles(request, environment));
    }

    private static Path directory(LoadRequest request, List<Path> files) {
        Path given = request.projectDirectory();
        if (given != null) {
            return request.workingDirectory().resolve(given).normalize();
        }
        for (Path file : files) {
            Path parent = file.getParent();
            if (!file.equals(STANDARD_INPUT) && parent != null) {
                return parent;
            }
        }
        return request.workingDirectory();
    }

    private static List<Path> absolute(LoadRequest request, List<Path> files) {
        List<Path> absolute = new ArrayList<>();
        for (Path file : files) {
            absolute.add(
                    file.equals(STANDARD_INPUT)
                            ? file
                            : request.workingDirectory().resolve(file).normalize());
        }
        return absolute;
    }

    private static List<Path> listed(SequencedMap<String, String> environment) {
        String files = environment.getOrDefault("COMPOSE_FILE", "");
        String given = environment.getOrDefault("COMPOSE_PATH_SEPARATOR", "");
        String separator = given.isEmpty() ? ":" : given;
        List<Path> paths = new ArrayList<>();
        for (String file : split(files, separator)) {
            paths.add(Path.of(file));
        }
        return paths;
    }

    private static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int at = text.indexOf(separator, from);
            int end = at < 0 ? text.length() : at;
            parts.add(text.substring(from, end));
            from = end + separator.length();
        }
        return parts;
    }

    private static List<Path> envFiles(
            LoadRequest request, Path directory, Diagnostics diagnostics) {
        List<Path> given = new ArrayList<>(request.envFiles());
        if (given.isEmpty()) {
            String listed = request.environment().getOrDefault("COMPOSE_ENV_FILES", "");
            for (String file : split(listed, ",")) {
                given.add(Path.of(file));
            }
        }
        if (!given.isEmpty()) {
            return absolute(request, given);
        }
        List<Path> usual = new ArrayList<>();
        Path file = directory.resolve(".env");
        if (!disabled(request, diagnostics) && Files.exists(file) && !Files.isDirectory(file)) {
            usual.add(file);
        }
        return usual;
    }

    /** See https://pkg.go.dev/strconv#ParseBool for the words. */
    private static boolean disabled(LoadRequest request, Diagnostics diagnostics) {
        String given = request.environment().get("COMPOSE_DISABLE_ENV_FILE");
        if (given == null || List.of("0", "f", "F", "false", "FALSE", "False").contains(given)) {
            return false;
        }
        if (!List.of("1", "t", "T", "true", "TRUE", "True").contains(given)) {
            diagnostics.error(
                    "bad-value",
                    "COMPOSE_DISABLE_ENV_FILE must be true or false, not \"" + given + "\"",
                    "Unset it, or set it to 1.");
        }
        return true;
    }

    private static List<String> profiles(
            LoadRequest request, SequencedMap<String, String> environment) {
        if (!request.profiles().isEmpty()) {
            return request.profiles();
        }
        List<String> profiles = new ArrayList<>();
        for (String name : split(environment.getOrDefault("COMPOSE_PROFILES", ""), ",")) {
            profiles.add(name.strip());
        }
        return profiles;
    }
}
