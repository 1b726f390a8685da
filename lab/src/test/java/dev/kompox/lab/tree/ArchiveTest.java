package dev.kompox.lab.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Archives and manifests; both were compared with GNU tar and the helper image's programs. */
class ArchiveTest {

    private static Tree sample() {
        Instant time = Instant.ofEpochSecond(1_700_000_000L, 123_456_789);
        Entry file = Entry.file(Content.of("hello\n")).owned(999, 998, 0640).at(time);
        return new Tree()
                .put("a b.txt", file.with("user.x", Content.of("v\\1")))
                .link("a b.txt", "z/hard")
                .put("\u00fc" + "x".repeat(150), Entry.file(Content.of("long")))
                .put("link", Entry.link("a b.txt"))
                .put("pipe", Entry.special(Kind.PIPE, ""))
                .put("device", Entry.special(Kind.CHARACTER, "1:3"))
                .put("sticky", Entry.directory().owned(0, 0, 01777));
    }

    private static byte[] archive(Tree tree) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PaxWriter.write(tree, out);
        return out.toByteArray();
    }

    @Test
    void bringsBackEverything() throws IOException {
        Tree back = PaxReader.read(new ByteArrayInputStream(archive(sample())));
        assertThat(Manifest.of(back, true)).isEqualTo(Manifest.of(sample(), true));
        assertThat(back.write("z/hard", "new").read("a b.txt")).isEqualTo("new");
    }

    @Test
    void writesTheManifestOfTheHelperImage() {
        assertThat(Manifest.of(sample(), true).lines().toList())
                .startsWith(
                        "kompox-tree-manifest 1 hashed",
                        "d\t755\t0\t0\t-\t0.000000000\t-\t-\t-\t-\t.",
                        "f\t640\t999\t998\t6\t1700000000.123456789\t-\t"
                                + "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
                                + "\tuser.x=765c31\t-\ta\\040b.txt")
                .contains(
                        "l\t777\t0\t0\t-\t0.000000000\t-\t-\t-\ta\\040b.txt\tlink",
                        "c\t600\t0\t0\t-\t0.000000000\t-\t-\t-\t1:3\tdevice")
                .endsWith("end 9");
    }

    @Test
    void leavesHashesOutWhenNotAskedFor() {
        assertThat(Manifest.of(new Tree().write("f", "x"), false))
                .startsWith("kompox-tree-manifest 1\n")
                .contains("f\t644\t0\t0\t1\t0.000000000\t-\t-\t-\t-\tf");
    }

    @Test
    void refusesAnArchiveThatEndsTooEarly() throws IOException {
        byte[] whole = archive(sample());
        for (int length : new int[] {0, 100, 512, 1500, whole.length - 1024}) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> PaxReader.read(new ByteArrayInputStream(part)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesADamagedHeader() throws IOException {
        byte[] damaged = archive(sample());
        damaged[110] ^= 1;
        assertThatThrownBy(() -> PaxReader.read(new ByteArrayInputStream(damaged)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesAMemberThatLeadsOut() throws IOException {
        byte[] evil = archive(new Tree().write("a/..", "x"));
        assertThatThrownBy(() -> PaxReader.read(new ByteArrayInputStream(evil)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out");
    }

    @Test
    void knowsThatNoArchiveHoldsASocket() {
        assertThat(PaxWriter.canHold(sample())).isTrue();
        Tree tree = sample().put("s", Entry.special(Kind.SOCKET, ""));
        assertThat(PaxWriter.canHold(tree)).isFalse();
    }
}
