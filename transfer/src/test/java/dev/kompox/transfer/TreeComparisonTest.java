package dev.kompox.transfer;

import static dev.kompox.transfer.ManifestText.file;
import static dev.kompox.transfer.ManifestText.hash;
import static dev.kompox.transfer.ManifestText.root;
import static dev.kompox.transfer.ManifestText.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.transfer.TreeComparison.Difference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TreeComparisonTest {

    private static TreeComparison compare(List<TreeEntry> first, List<TreeEntry> second)
            throws IOException {
        return TreeComparison.of(stream(ManifestText.of(first)), stream(ManifestText.of(second)));
    }

    @Test
    void equalTreesAreEqual() throws IOException {
        List<TreeEntry> tree = List.of(root(), file("a", "1"));

        TreeComparison comparison = compare(tree, tree);

        assertThat(comparison.equal()).isTrue();
        assertThat(comparison.entries()).isEqualTo(2);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.digests().first()).isEqualTo(comparison.digests().second());
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        TreeComparison comparison =
                compare(List.of(root(), file("a", "1"), file("c", "1")), List.of(root()));

        assertThat(comparison.differences())
                .containsExactly(new Difference.Missing("a"), new Difference.Missing("c"));
        assertThat(comparison.total()).isEqualTo(2);
        assertThat(comparison.equal()).isFalse();
    }

    @Test
    void saysWhatIsTooMuch() throws IOException {
        assertThat(
                        compare(
                                        List.of(root(), file("b", "1")),
                                        List.of(root(), file("a", "1"), file("b", "1")))
                                .differences())
                .containsExactly(new Difference.Surplus("a"));
    }

    @Test
    void saysWhichFieldDiffersAndHow() throws IOException {
        TreeEntry other =
                new TreeEntry(
                        "a",
                        "f",
                        "600",
                        "0",
                        "0",
                        "2",
                        "1795480649.045794621",
                        "-",
                        hash("2"),
                        "-",
                        "-");

        List<Difference> differences =
                compare(List.of(root(), file("a", "1")), List.of(root(), other)).differences();

        assertThat(differences).singleElement().isInstanceOf(Difference.Changed.class);
        Difference.Changed changed = (Difference.Changed) differences.getFirst();
        assertThat(changed.path()).isEqualTo("a");
        assertThat(changed.changes())
                .containsExactly(
                        Map.entry("mode", new TreeEntry.Change("644", "600")),
                        Map.entry("hash", new TreeEntry.Change(hash("1"), hash("2"))));
    }

    @Test
    void countsAllAndKeepsTheFirst() throws IOException {
        List<TreeEntry> many = new ArrayList<>(List.of(root()));
        for (int i = 1000; i < 1150; i++) {
            many.add(file("f" + i, "1"));
        }

        TreeComparison comparison = compare(many, List.of(root()));

        assertThat(comparison.total()).isEqualTo(150);
        assertThat(comparison.differences()).hasSize(TreeComparison.KEPT);
    }

    @Test
    void doesNotCompareHashedWithUnhashed() {
        assertThatThrownBy(() ->
                        TreeComparison.of(
                                stream("kompox-tree-manifest 1 hashed\nend 0\n"),
                                stream("kompox-tree-manifest 1\nend 0\n")))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining("hashes");
    }

    @Test
    void findsExactlyWhatWasChangedInRandomTrees() throws IOException {
        long seed = Long.getLong("seed", 4711);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Map<String, TreeEntry> first = tree(random);
            TreeMap<String, TreeEntry> second = new TreeMap<>(PathOrder::compare);
            second.putAll(first);
            long expected = 0;
            for (TreeEntry entry : List.copyOf(first.values())) {
                switch (random.nextInt(6)) {
                    case 0 -> {
                        second.remove(entry.path());
                        expected++;
                    }
                    case 1 -> {
                        second.put(entry.path(), file(entry.path(), "c"));
                        expected++;
                    }
                    default -> {}
                }
            }
            TreeComparison comparison =
                    compare(List.copyOf(first.values()), List.copyOf(second.values()));
            assertThat(comparison.total()).as("seed %s, round %s", seed, round).isEqualTo(expected);
            assertThat(comparison.equal())
                    .isEqualTo(comparison.digests().first().equals(comparison.digests().second()));
        }
    }

    private static Map<String, TreeEntry> tree(Random random) {
        TreeMap<String, TreeEntry> tree = new TreeMap<>(PathOrder::compare);
        String[] parts = {"a", "B", "\\040", "\\134", "\\303\\244", "/", "-", "z", "~"};
        for (int i = random.nextInt(30); i > 0; i--) {
            StringBuilder path = new StringBuilder("p");
            for (int length = random.nextInt(6); length > 0; length--) {
                path.append(parts[random.nextInt(parts.length)]);
            }
            tree.put(path.toString(), file(path.toString(), String.valueOf(random.nextInt(3))));
        }
        return tree;
    }
}
