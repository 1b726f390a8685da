package dev.kompox.compose.remote;

import dev.kompox.compose.RemoteFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Run {@code git} so that it asks nobody, runs nothing of a repository, and ends. */
final class GitProgram {

    private static final int MINUTES = 5;
    private static final int LONGEST = 300;

    private final Map<String, String> environment;

    GitProgram(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Run it; give what it prints. */
    String run(GitReference wanted, Path directory, String... words) throws RemoteFileException {
        List<String> command =
                new ArrayList<>(
                        List.of("git", "-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0"));
        command.addAll(List.of(words));
        try {
            Files.createDirectories(directory);
            Path output = Files.createTempFile("git", ".out");
            Path errors = Files.createTempFile("git", ".err");
            try {
                int code = run(command, directory, output, errors);
                if (code != 0) {
                    throw new RemoteFileException(
                            failure(wanted, code, Files.readString(errors)),
                            "Try it: git ls-remote " + wanted.repository());
                }
                return Files.readString(output, StandardCharsets.UTF_8);
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new RemoteFileException(
                    "the program git cannot be run: " + e.getMessage(), "Install git.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteFileException("git was interrupted", "Try again.");
        }
    }

    private int run(List<String> command, Path directory, Path output, Path errors)
            throws IOException, InterruptedException, RemoteFileException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        Map<String, String> variables = builder.environment();
        variables.clear();
        variables.putAll(environment);
        // those of a git hook would lead to another repository
        List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE").forEach(variables::remove);
        variables.put("GIT_ALLOW_PROTOCOL", "https:http:ssh:git");
        variables.putIfAbsent("GIT_TERMINAL_PROMPT", "0");
        variables.putIfAbsent("GIT_SSH_COMMAND", "ssh -o ControlMaster=no -o BatchMode=yes");
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new RemoteFileException(
                    "git has not ended within " + MINUTES + " minutes", "Try again.");
        }
        return process.exitValue();
    }

    private static String failure(GitReference wanted, int code, String said) {
        if (code == 2 && said.isBlank()) {
            return wanted.repository() + " has no " + wanted.ref();
        }
        String text = said.strip().replaceAll("\\s+", " ");
        String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return wanted.repository() + " cannot be read: " + shortened;
    }
}
