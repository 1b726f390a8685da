package dev.kompox.transfer;

import static dev.kompox.transfer.ManifestText.file;
import static dev.kompox.transfer.ManifestText.root;
import static dev.kompox.transfer.ManifestText.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeManifestTest {

    private static List<TreeEntry> read(String text) throws IOException {
        List<TreeEntry> entries = new ArrayList<>();
        try (TreeManifest manifest = new TreeManifest(stream(text))) {
            for (Optional<TreeEntry> entry = manifest.next();
                    entry.isPresent();
                    entry = manifest.next()) {
                entries.add(entry.get());
            }
            assertThat(manifest.entries()).isEqualTo(entries.size());
        }
        return entries;
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ManifestException.class)
                .hasMessageContaining(why);
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        List<TreeEntry> entries = List.of(root(), file("a", "11"), file("b\\040c", "22"));

        assertThat(read(ManifestText.of(entries))).isEqualTo(entries);
    }

    @Test
    void readsATreeWithoutEntries() throws IOException {
        assertThat(read("kompox-tree-manifest 1\nend 0\n")).isEmpty();
    }

    @Test
    void tellsWhetherContentWasHashed() throws IOException {
        try (TreeManifest hashed = new TreeManifest(stream("kompox-tree-manifest 1 hashed\n"));
                TreeManifest plain = new TreeManifest(stream("kompox-tree-manifest 1\n"))) {
            assertThat(hashed.hashed()).isTrue();
            assertThat(plain.hashed()).isFalse();
        }
    }

    @Test
    void refusesWhatIsNoManifest() {
        refused("", "found nothing");
        refused("kompox-tree-manifest 2\nend 0\n", "line 1");
        refused("x".repeat(100) + "\n", "x…");
    }

    @Test
    void refusesATruncatedManifest() {
        String whole = ManifestText.of(List.of(root(), file("a", "11")));
        refused(whole.substring(0, whole.indexOf("end")), "without its last line");
        refused(
                whole.substring(0, whole.indexOf("\t644")),
                "line 3 of the manifest: the manifest ends within");
        refused(
                whole.substring(0, whole.length() - 1),
                "line 4 of the manifest: the manifest ends within");
    }

    @Test
    void refusesAWrongCount() {
        String whole = ManifestText.of(List.of(root()));
        refused(whole.replace("end 1", "end 2"), "\"end 1\" was expected");
        refused(whole.replace("end 1", "end 11"), "\"end 1\" was expected");
    }

    @Test
    void refusesWhatFollowsTheEnd() {
        refused(ManifestText.of(List.of(root())) + "more\n", "nothing may follow");
    }

    @Test
    void refusesPathsOutOfOrder() {
        refused(ManifestText.of(List.of(root(), file("b", "1"), file("a", "1"))), "line 4");
        refused(
                ManifestText.of(List.of(root(), file("a", "1"), file("a", "1"))),
                "does not follow");
        refused(ManifestText.of(List.of(file("a", "1"), root())), "does not follow");
    }

    @Test
    void refusesALineWithAFieldTooMany() {
        String whole = ManifestText.of(List.of(root()));
        refused(whole.replace("\t755", "\t755\t755"), "11 fields were expected, found 12");
        refused(whole.replace("\t755", ""), "found 10");
    }

    @ParameterizedTest
    @CsvSource({
        "type, 'hashed\nf', 'hashed\nx'",
        "mode, 644, 648",
        "uid, '\t0\t0', '\t\t0'",
        "gid, '\t0\t0', '\t0\t-1'",
        "size, '\t2\t', '\t-\t'",
        "mtime, .045794621, .04579462",
        "mtime, 1795480649., .",
        "hash, 0012, 001",
        "hash, 0012, 001G",
        "path, b!c, 'b c'",
        "path, b!c, b\\c",
        "path, b!c, b\\141",
        "path, b!c, b\\08",
        "path, b!c, ''"
    })
    void refusesAFieldThatIsNotOfItsForm(String field, String right, String wrong) {
        String whole = ManifestText.of(List.of(file("b!c", "12")));
        assertThat(whole).contains(right);
        refused(whole.replace(right, wrong), "line 2 of the manifest: the field " + field);
    }

    @Test
    void refusesBytesThatNoWriterWrites() {
        String whole = ManifestText.of(List.of(root(), file("a", "1")));
        refused(whole.replace("\ta\n", "\tä\n"), "line 3 of the manifest: the byte 195");
        refused(whole.replace("\n", "\r\n"), "line 1 of the manifest: the byte 13");
    }

    @Test
    void ordersRandomPathsAsTheirBytes() {
        long seed = Long.getLong("seed", 4711);
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] one = path(random);
            byte[] other = path(random);
            assertThat(
                            Integer.signum(
                                    PathOrder.compare(
                                            ManifestText.escaped(one),
                                            ManifestText.escaped(other))))
                    .as("seed %s, round %s", seed, round)
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(one, other)));
        }
    }

    private static byte[] path(Random random) {
        byte[] path = new byte[1 + random.nextInt(4)];
        byte[] bytes = {'a', '\\', ' ', '\t', '\n', '/', '0', '1', (byte) 0xc3, (byte) 0x7f, '!'};
        for (int i = 0; i < path.length; i++) {
            path[i] = bytes[random.nextInt(bytes.length)];
        }
        return path;
    }

    @ParameterizedTest
    @CsvSource({
        "a, b",
        "a, a/b",
        "a\\040b, a!b",
        "a\\011b, a\\040b",
        "a!b, a\\134b",
        "a\\134b, ab",
        "a.b, a/b",
        "Z, a",
        "a\\177, a\\200",
        "z, \\303\\244"
    })
    void ordersPathsByTheirBytes(String first, String second) {
        assertThat(PathOrder.compare(first, second)).isNegative();
        assertThat(PathOrder.compare(second, first)).isPositive();
        assertThat(PathOrder.compare(first, first)).isZero();
        assertThat(PathOrder.compare(".", first)).isNegative();
        assertThat(PathOrder.compare(second, ".")).isPositive();
    }

    @Test
    void theDigestIsThatOfTheWholeText() throws IOException {
        String text = "kompox-tree-manifest 1\nend 0\n";
        try (TreeManifest manifest = new TreeManifest(stream(text))) {
            assertThatThrownBy(manifest::digest).isInstanceOf(IllegalStateException.class);
            assertThat(manifest.next()).isEmpty();
            assertThat(manifest.next()).isEmpty();
            // printf 'kompox-tree-manifest 1\nend 0\n' | sha256sum
            assertThat(manifest.digest()).isEqualTo(DIGEST).isEqualTo(manifest.digest());
        }
    }

    private static final String DIGEST =
            "b940701330b777768e7ba07457a0364591382d7ba0a455c1bfd8243dea56bf35";
}
