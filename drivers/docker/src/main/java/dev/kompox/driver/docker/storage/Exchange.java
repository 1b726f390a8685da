package dev.kompox.driver.docker.storage;

import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.VolumeInfo;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exchange the data directories of two volumes in one system call (ADR 1).
 *
 * <p>One helper serves all exchanges that follow one another, for starting it takes longer than its
 * work and an app may be waiting. Whoever uses this takes turns and says {@link #rest} when no more
 * is to come.
 */
final class Exchange {

    private static final int IMPOSSIBLE = 3;

    private final Engine engine;
    private final Helpers helpers;
    private @Nullable HelperContainer helper;
    private String mounted = "";

    Exchange(Engine engine, Helpers helpers) {
        this.engine = engine;
        this.helpers = helpers;
    }

    /**
     * The inode numbers of two data directories.
     *
     * @param first the first's
     * @param second the second's
     */
    record Inodes(String first, String second) {}

    /** Read the inodes of two volumes' directories; empty if they cannot be exchanged. */
    Optional<Inodes> inspect(String first, String second) {
        Optional<String> root = root(first, second);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        Said said = run(root.get(), List.of("/kompox/bin/exchange", "inspect", first, second));
        if (said.code == IMPOSSIBLE) {
            return Optional.empty();
        }
        if (said.code != 0) {
            throw HelperContainer.failure("looking at the volumes", said.code, said.err);
        }
        String[] words = said.out.strip().split(" ", -1);
        return Optional.of(new Inodes(words[1], words[2]));
    }

    /** Exchange; a repeat sees by the inodes that it is done. */
    void swap(String first, String second, Inodes before) {
        String root =
                root(first, second)
                        .orElseThrow(() ->
                                new DriverException(
                                        new Category.Invalid(),
                                        first + " and " + second + " cannot be exchanged any more",
                                        "kompox doctor"));
        Said said =
                run(
                        root,
                        List.of(
                                "/kompox/bin/exchange",
                                "swap",
                                first,
                                second,
                                before.first(),
                                before.second()));
        if (said.code != 0) {
            throw HelperContainer.failure(
                    "exchanging " + first + " and " + second, said.code, said.err);
        }
    }

    /** Let the helper go. */
    void rest() {
        HelperContainer idle = helper;
        helper = null;
        if (idle != null) {
            idle.release();
        }
    }

    private Said run(String root, List<String> command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = helper(root).run(command, Streams.Piped.to(out, err), false);
        return new Said(
                code,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8).strip());
    }

    private HelperContainer helper(String root) {
        HelperContainer there = helper;
        if (there == null || !mounted.equals(root)) {
            rest();
            there = helpers.start(List.of(new HelperMount("volumes", root, false)));
            helper = there;
            mounted = root;
        }
        return there;
    }

    /** Return the engine's volume directory if both volumes are plain directories below it. */
    private Optional<String> root(String first, String second) {
        Optional<VolumeInfo> one = first.startsWith("/") ? Optional.empty() : engine.volume(first);
        Optional<VolumeInfo> other =
                second.startsWith("/") ? Optional.empty() : engine.volume(second);
        if (one.isEmpty()
                || other.isEmpty()
                || !Slots.plain(one.get())
                || !Slots.plain(other.get())) {
            return Optional.empty();
        }
        Optional<String> root = above(one.get());
        return root.equals(above(other.get())) ? root : Optional.empty();
    }

    private static Optional<String> above(VolumeInfo volume) {
        Path own = Path.of(volume.mountpoint()).getParent();
        if (own == null || own.getParent() == null || !own.endsWith(volume.name())) {
            return Optional.empty();
        }
        return Optional.ofNullable(own.getParent()).map(Path::toString);
    }

    private record Said(int code, String out, String err) {}
}
