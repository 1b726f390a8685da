package dev.kompox.transfer;

import dev.kompox.transfer.TreeEntry.Change;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Compare two trees by their manifests, reading both once and side by side.
 *
 * @param entries how many entries the first tree has
 * @param digests the SHA-256 of both manifests
 * @param differences the first differences, in path order
 * @param total how many entries differ in all
 */
public record TreeComparison(
        long entries, Digests digests, List<Difference> differences, long total) {

    /** How many differences are kept; all are counted. */
    public static final int KEPT = 100;

    /** Copies the differences. */
    public TreeComparison {
        differences = List.copyOf(differences);
    }

    /** Tell whether the trees are equal. */
    public boolean equal() {
        return total == 0;
    }

    /**
     * Hold two digests.
     *
     * @param first that of the first manifest
     * @param second that of the second manifest
     */
    public record Digests(String first, String second) {}

    /** Say how an entry differs. */
    public sealed interface Difference {

        /** Return the path, escaped as in the manifest. */
        String path();

        /** The second tree does not have it. */
        record Missing(String path) implements Difference {}

        /** Only the second tree has it. */
        record Surplus(String path) implements Difference {}

        /**
         * Both have it, but not alike.
         *
         * @param path which
         * @param changes by field name, in field order
         */
        record Changed(String path, SequencedMap<String, Change> changes) implements Difference {}
    }

    /**
     * Compare.
     *
     * @param first the manifest of the tree that is right
     * @param second the manifest of the tree that is tested
     * @throws ManifestException if one is damaged, or one has hashes and the other has none
     */
    public static TreeComparison of(InputStream first, InputStream second) throws IOException {
        try (TreeManifest right = new TreeManifest(first);
                TreeManifest tested = new TreeManifest(second)) {
            if (right.hashed() != tested.hashed()) {
                throw new ManifestException(1, "one manifest has hashes and the other has none");
            }
            List<Difference> differences = new ArrayList<>();
            long total = 0;
            Optional<TreeEntry> one = right.next();
            Optional<TreeEntry> other = tested.next();
            while (one.isPresent() || other.isPresent()) {
                int order = order(one, other);
                Optional<Difference> difference = difference(order, one, other);
                if (difference.isPresent()) {
                    total++;
                    if (differences.size() < KEPT) {
                        differences.add(difference.get());
                    }
                }
                one = order <= 0 ? right.next() : one;
                other = order >= 0 ? tested.next() : other;
            }
            Digests digests = new Digests(right.digest(), tested.digest());
            return new TreeComparison(right.entries(), digests, differences, total);
        }
    }

    private static int order(Optional<TreeEntry> one, Optional<TreeEntry> other) {
        if (one.isEmpty()) {
            return 1;
        }
        return other.isEmpty() ? -1 : PathOrder.compare(one.get().path(), other.get().path());
    }

    private static Optional<Difference> difference(
            int order, Optional<TreeEntry> one, Optional<TreeEntry> other) {
        if (order < 0) {
            return one.map(entry -> new Difference.Missing(entry.path()));
        }
        if (order > 0) {
            return other.map(entry -> new Difference.Surplus(entry.path()));
        }
        TreeEntry entry = one.orElseThrow();
        SequencedMap<String, Change> changes = entry.changes(other.orElseThrow());
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference.Changed(entry.path(), changes));
    }
}
