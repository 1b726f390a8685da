package dev.kompox.compose.remote;

import dev.kompox.compose.RemoteFileException;
import dev.kompox.compose.RemoteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bring files from git repositories, with the program {@code git}. One commit is kept in one
 * directory, which is there in full or not at all.
 */
public final class GitFiles implements RemoteFiles {

    private static final List<String> USUAL =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

    private final Path cache;
    private final GitProgram git;
    private final Map<String, String> commits = new HashMap<>();

    /**
     * Keep what is brought below a directory.
     *
     * @param environment the variables of the program {@code git}
     */
    public GitFiles(Path cache, Map<String, String> environment) {
        this.cache = cache;
        this.git = new GitProgram(environment);
    }

    @Override
    public Brought bring(String reference) throws RemoteFileException {
        GitReference wanted = GitReference.parse(reference);
        String commit = commit(wanted);
        Path root = cache.resolve(commit);
        try {
            if (!Files.isDirectory(root)) {
                checkOut(wanted, commit, root);
            }
            String version = "commit " + commit;
            return new Brought(root, file(root, wanted), version);
        } catch (IOException e) {
            throw new RemoteFileException(
                    "what git brought cannot be kept: " + e, "Make room or rights in " + cache);
        }
    }

    private String commit(GitReference wanted) throws RemoteFileException {
        if (wanted.isCommit()) {
            return wanted.ref();
        }
        String key = wanted.repository() + "#" + wanted.ref();
        String known = commits.get(key);
        if (known != null) {
            return known;
        }
        String answer =
                git.run(
                        wanted,
                        cache,
                        "ls-remote",
                        "--exit-code",
                        "--",
                        wanted.repository(),
                        wanted.ref());
        String commit = answer.length() < 40 ? "" : answer.substring(0, 40);
        if (!commit.matches("[0-9a-f]{40}")) {
            throw new RemoteFileException(
                    wanted.repository() + " has no " + wanted.ref(),
                    "Name a branch, tag or commit.");
        }
        commits.put(key, commit);
        return commit;
    }

    private void checkOut(GitReference wanted, String commit, Path root)
            throws RemoteFileException, IOException {
        Files.createDirectories(cache);
        Path half = Files.createTempDirectory(cache, ".half-");
        try {
            var _ = git.run(wanted, half, "init", "--quiet");
            var _ =
                    git.run(
                            wanted,
                            half,
                            "fetch",
                            "--quiet",
                            "--depth=1",
                            "--no-tags",
                            "--",
                            wanted.repository(),
                            commit);
            var _ = git.run(wanted, half, "checkout", "--quiet", "--detach", commit);
            Files.move(half, root);
        } catch (IOException e) {
            // another process may have brought the same
            if (!Files.isDirectory(root)) {
                throw e;
            }
        } finally {
            remove(half);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    private static Path file(Path root, GitReference wanted)
            throws RemoteFileException, IOException {
        Path named = root.resolve(wanted.folder()).normalize();
        boolean inside = named.startsWith(root) && Files.exists(named);
        if (inside && named.toRealPath().startsWith(root.toRealPath())) {
            Path file = Files.isDirectory(named) ? usual(named) : named;
            if (file != null) {
                return file;
            }
        }
        throw new RemoteFileException(
                wanted.repository() + " has no Compose file in " + folder(wanted),
                "Name a folder of the repository that has one, or the file.");
    }

    private static String folder(GitReference wanted) {
        return wanted.folder().isEmpty() ? "its root" : wanted.folder();
    }

    private static @Nullable Path usual(Path folder) {
        return USUAL.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }
}
