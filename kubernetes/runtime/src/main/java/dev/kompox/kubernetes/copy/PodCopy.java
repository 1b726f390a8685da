package dev.kompox.kubernetes.copy;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.kubernetes.client.ClusterConnection;
import dev.kompox.kubernetes.exec.PodExec;
import dev.kompox.kubernetes.exec.PodTarget;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Copy files between this machine and containers.
 *
 * <p>As {@code docker compose cp} does: into a directory that is there, under its own name; under
 * the new name where nothing is; of {@code DIRECTORY/.} what is in it; a link as a link, unless
 * what its path ends in says that it is a directory. Modes and times are kept; the numbers of
 * owners are, where root writes. Paths in containers begin at the root. BusyBox in a container
 * gives directories the time of the copy and, where root does not write, takes the umask off modes.
 *
 * <p>The container must have {@code tar}, {@code test}, {@code mkdir} and {@code readlink}. After a
 * failure a directory may be there in part; a single file on this machine is there in whole or as
 * it was.
 */
public final class PodCopy {

    private static final String STANDARD = "-";

    private final PodExec exec;
    private final Consumer<String> warnings;

    /**
     * Copy from and to a cluster.
     *
     * @param warnings told of files that changed while they were read, a sentence each
     */
    public PodCopy(ClusterConnection cluster, Consumer<String> warnings) {
        this.exec = new PodExec(cluster);
        this.warnings = warnings;
    }

    /**
     * Copy from a container to this machine.
     *
     * @param from the path in the container
     * @param to the local path, or {@code -} for an archive of tar's format on {@code stdout}
     * @param stdout not closed
     * @return 0
     * @throws DriverException {@code NotFound} if there is nothing at {@code from}; {@code Invalid}
     *     if it cannot go to {@code to}, the container lacks a program, or a tar fails; {@code
     *     Transient} if the connection broke; {@code Interrupted}
     */
    public int download(PodTarget target, String from, String to, OutputStream stdout) {
        ContainerSide container = new ContainerSide(exec, target);
        CopyPath source = CopyPath.of("", from);
        Kind kind = kind(container, source, " in " + target);
        if (to.equals(STANDARD)) {
            container.run(archive(source), stdout).check(warnings);
            return 0;
        }
        CopyPath named = local(to);
        Place place = Place.of(new LocalSide(), named, source, kind);
        try {
            if (kind == Kind.DIRECTORY) {
                fetchDirectory(container, source, place);
            } else {
                fetchFile(container, source, Path.of(place.path()));
            }
        } catch (IOException e) {
            throw LocalSide.failed(place.path() + " cannot be written", e);
        }
        return 0;
    }

    /**
     * Copy from this machine to a container.
     *
     * @param from the local path, or {@code -} for an archive of tar's format on {@code stdin}
     * @param to the path in the container; for an archive a directory that is there
     * @param stdin not closed
     * @return 0
     * @throws DriverException as {@link #download}
     */
    public int upload(PodTarget target, String from, String to, InputStream stdin) {
        ContainerSide container = new ContainerSide(exec, target);
        CopyPath named = CopyPath.of("", to);
        if (from.equals(STANDARD)) {
            if (!container.directory(named.path())) {
                throw new DriverException(
                        new Category.Invalid(),
                        "an archive goes into a directory, and "
                                + named.path()
                                + " in "
                                + target
                                + " is none",
                        "Name a directory that is there");
            }
            container.run(extract(named.path()), stdin).check(warnings);
            return 0;
        }
        CopyPath source = local(from);
        Kind kind = kind(new LocalSide(), source, "");
        Place place = Place.of(container, named, source, kind);
        try {
            if (kind == Kind.DIRECTORY) {
                sendDirectory(container, Path.of(source.path()), place);
            } else {
                sendFile(container, Path.of(source.path()), kind == Kind.LINK, place.path());
            }
        } catch (IOException e) {
            throw LocalSide.failed(source.path() + " cannot be read", e);
        }
        return 0;
    }

    private static CopyPath local(String text) {
        return CopyPath.of(Path.of("").toAbsolutePath().toString(), text);
    }

    private static Kind kind(Side side, CopyPath source, String where) {
        Kind kind = side.kind(source);
        if (kind == Kind.NOTHING) {
            throw new DriverException(
                    new Category.NotFound(),
                    "there is no " + source.path() + where,
                    "Name what is there");
        }
        if (kind == Kind.FILE && source.directory()) {
            throw new DriverException(
                    new Category.Invalid(),
                    source.path() + where + " is no directory",
                    "Name it without what follows its name");
        }
        return kind;
    }

    private static List<String> archive(CopyPath source) {
        return source.contents()
                ? List.of("tar", "-cf", "-", "-C", source.path(), ".")
                : List.of("tar", "-cf", "-", "-C", source.parent(), "--", source.name());
    }

    private static List<String> extract(String directory) {
        return List.of("tar", "-xpf", "-", "-C", directory);
    }

    private void fetchDirectory(ContainerSide container, CopyPath source, Place place)
            throws IOException {
        Path directory = Path.of(place.path());
        @Nullable Kept kept = place.poured() ? Kept.of(directory) : null;
        if (!place.there()) {
            Files.createDirectory(directory);
        }
        List<String> command = List.of("tar", "-cf", "-", "-C", source.path(), ".");
        fetch(container, command, directory);
        if (kept != null) {
            kept.restore(directory);
        }
    }

    /** It is complete before it takes the place of what was there. */
    private void fetchFile(ContainerSide container, CopyPath source, Path file) throws IOException {
        Path staging = Files.createTempDirectory(file.getParent(), ".kompox-copy-");
        Path fetched = staging.resolve(source.name());
        try {
            fetch(container, archive(source), staging);
            Files.move(fetched, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fetched);
            Files.delete(staging);
        }
    }

    private void fetch(ContainerSide container, List<String> command, Path directory) {
        try (LocalTar tar = LocalTar.extract(directory)) {
            TarResult remote;
            try {
                remote = container.run(command, tar.input());
            } catch (DriverException e) {
                if (tar.failed()) {
                    tar.result().check(warnings);
                }
                throw e;
            }
            remote.check(warnings);
            tar.result().check(warnings);
        }
    }

    private void sendDirectory(ContainerSide container, Path directory, Place place)
            throws IOException {
        if (!place.there()) {
            container.makeDirectory(place.path());
        }
        if (!place.poured()) {
            send(container, LocalTar.all(directory), place.path());
            return;
        }
        List<String> names;
        try (Stream<Path> inside = Files.list(directory)) {
            names = inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
        if (!names.isEmpty()) {
            send(container, LocalTar.some(directory, names), place.path());
        }
    }

    /** What is sent gets its new name by a link of that name, which tar follows. */
    private void sendFile(ContainerSide container, Path file, boolean link, String to)
            throws IOException {
        Path staging = Files.createTempDirectory("kompox-copy-");
        Path renamed = staging.resolve(CopyPath.name(to));
        try {
            Files.createSymbolicLink(
                    renamed, link ? Files.readSymbolicLink(file) : file.toAbsolutePath());
            LocalTar tar = LocalTar.one(staging, CopyPath.name(to), !link);
            send(container, tar, CopyPath.parent(to));
        } finally {
            Files.deleteIfExists(renamed);
            Files.delete(staging);
        }
    }

    private void send(ContainerSide container, LocalTar made, String directory) {
        try (LocalTar tar = made) {
            TarResult remote;
            try {
                remote = container.run(extract(directory), tar.output());
            } catch (DriverException e) {
                if (tar.failed()) {
                    tar.result().check(warnings);
                }
                throw e;
            }
            remote.check(warnings);
            tar.result().check(warnings);
        }
    }
}
