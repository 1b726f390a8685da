package dev.kompox.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kompox.transfer.TreeComparison.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the helper image, run here where its tools are, on trees with odd names. */
class WrittenByTheProgramTest {

    private static final Path PROGRAMS = Path.of("../dist/helper/rootfs/kompox/bin");

    private static final String TREE =
            """
            mkdir -p 'd x/e' && cd . && echo one >'d x/e/f' && echo two >'d x/e.f' &&
            printf x >"$(printf 'tab\\there\\nnew\\\\line')" && ln 'd x/e/f' zz && ln -s 'd x/ä' l &&
            mkfifo pipe && touch -- -n "$(printf '\\377')" && touch -d '1969-12-31T23:59:58.5Z' old
            """;

    @TempDir private Path temp = Path.of("unset");

    @BeforeEach
    void placeProgramsBesideTheTree() throws Exception {
        assumeTrue(
                shell(
                                temp,
                                "for one in bash mawk getfattr mkfifo sha256sum; do"
                                        + " command -v $one || exit 1; done; printf '.\\0' |"
                                        + " find -files0-from - -maxdepth 0")
                        == 0,
                "needs bash, mawk, getfattr and GNU find 4.9");
        for (String name : List.of("tree-manifest", "tree-manifest.awk")) {
            String text = Files.readString(PROGRAMS.resolve(name));
            Files.writeString(
                    temp.resolve(name),
                    text.replace("/tmp/", "/mnt/").replace("/mnt/", temp + "/"));
        }
    }

    private static int shell(Path directory, String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script);
        builder.directory(directory.toFile()).environment().put("TMPDIR", directory.toString());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after 60 s: " + script);
        }
        return process.exitValue();
    }

    private Path manifest(String tree, String option) throws Exception {
        Path file = temp.resolve(tree + ".manifest");
        int code =
                shell(
                        temp,
                        "bash \"$PWD\"/tree-manifest " + tree + option + " >" + tree + ".manifest");
        assertThat(code).isZero();
        return file;
    }

    private void make(String tree) throws Exception {
        Files.createDirectory(temp.resolve(tree));
        assertThat(shell(temp.resolve(tree), TREE)).isZero();
    }

    private TreeComparison compare(String option) throws Exception {
        Path one = manifest("one", option);
        Path other = manifest("other", option);
        return comparison(one, other);
    }

    private static TreeComparison comparison(Path one, Path other) throws IOException {
        return TreeComparison.of(Files.newInputStream(one), Files.newInputStream(other));
    }

    @Test
    void readsATreeWithPipesLinksAndOddNames() throws Exception {
        make("one");
        assertThat(shell(temp, "cp -a one other")).isZero();

        for (String option : List.of("", " --hashed")) {
            TreeComparison comparison = compare(option);
            assertThat(comparison.differences()).isEmpty();
            assertThat(comparison.entries()).isEqualTo(12);
        }
    }

    @Test
    void findsWhatWasDoneToACopy() throws Exception {
        make("one");
        assertThat(
                        shell(
                                temp,
                                "cp -a one other && cd other && for f in tab*; do printf y"
                                        + " >\"$f\"; touch -r \"../one/$f\" \"$f\"; done;"
                                        + " rm pipe && touch -r ../one ."))
                .isZero();

        TreeComparison comparison = compare(" --hashed");

        assertThat(comparison.differences().stream().map(Difference::path))
                .containsExactly("pipe", "tab\\011here\\012new\\134line");
        assertThat(comparison.differences().getFirst()).isEqualTo(new Difference.Missing("pipe"));
        assertThat(((Difference.Changed) comparison.differences().getLast()).changes())
                .containsOnlyKeys("hash");
    }

    @Test
    void endsForATreeOfNothingButAPipe() throws Exception {
        Files.createDirectory(temp.resolve("one"));
        assertThat(shell(temp, "mkfifo one/pipe && cp -a one other")).isZero();

        assertThat(compare(" --hashed").entries()).isEqualTo(2);
    }

    /** A change shows though size and times of content are as before. */
    @Test
    void remembersOnlyWhatHasNotChangedSince() throws Exception {
        make("one");
        Thread.sleep(Duration.ofSeconds(4)); // what has changed just now is not remembered
        var _ = manifest("one", " --remember");
        assumeTrue(Files.exists(temp.resolve("kompox-hashes.one")), "needs ext4, XFS or Btrfs");

        assertThat(
                        shell(
                                temp,
                                "cd one && for f in tab*; do cp -p \"$f\" ../before; printf y |"
                                        + " dd of=\"$f\" conv=notrunc; touch -r ../before \"$f\";"
                                        + " done; printf x >added"))
                .isZero();
        String remembered = Files.readString(manifest("one", " --hashed"));
        Files.delete(temp.resolve("kompox-hashes.one"));

        assertThat(remembered).isEqualTo(Files.readString(manifest("one", " --hashed")));
    }
}
