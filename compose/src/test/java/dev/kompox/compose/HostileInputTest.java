package dev.kompox.compose;

import static dev.kompox.compose.HostileInput.SMALL;
import static dev.kompox.compose.HostileInput.bytes;
import static dev.kompox.compose.HostileInput.fill;
import static dev.kompox.compose.HostileInput.lines;
import static dev.kompox.compose.HostileInput.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile files end in one clear error, after at most a second of processor time and within 300 MiB
 * of all the memory asked for along the way.
 */
class HostileInputTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String DOUBLED = lines(40, "A#=$A@$A@\n");

    @TempDir private Path directory;

    @BeforeAll
    static void warmUp(@TempDir Path other) {
        new Fixture(other).web("user: a").image();
    }

    static Stream<HostileInput> bombs() {
        return Stream.of(
                text(
                        "laughs",
                        "x-0: &a0 [x,x]\n" + lines(60, "x-#: &a# [*a@,*a@]\n"),
                        "nodes once"),
                text(
                        "merges",
                        "x-0: &a0 {a: b}\n" + lines(60, "x-#: &a# {<<: [*a@,*a@]}\n"),
                        "nodes"),
                text(
                        "long scalars",
                        "x-0: &a " + "a".repeat(99_999) + "\nx-1: [" + "*a,".repeat(99),
                        "characters once"),
                text("itself", "x-a: &a [*a]\n", "inside its own anchor"),
                text("many keys", lines(60_000, "k#: 1\n"), "unknown key"),
                text("one key", fill("a: 1\n"), "more than 150000 nodes"),
                text("many documents", fill("---\n"), "more than 150000 nodes"),
                text("many directives", fill("%A b\n"), "not valid YAML"),
                text("unclosed text", "x-a: \"" + fill("a\n"), "unexpected end of stream"),
                text("one long line", "x-a: \"" + fill("a"), "unexpected end of stream"),
                text("long tag", "a: !" + fill("a") + " x\n", "unknown key"),
                text(
                        "many services",
                        "services:\n" + lines(30_000, "  k#: {}\n"),
                        "neither an image"),
                text("long number", SMALL + "    scale: " + fill("9"), "must be a whole number"),
                text("great exponent", SMALL + "    cpus: 1e999999999\n", "must be a number"),
                text("long duration", SMALL + "    stop_grace_period: " + fill("1h"), "1h1h"));
    }

    static Stream<HostileInput> depths() {
        return Stream.of(
                text("lists", "x-a: " + fill("["), "deeper than 200 levels"),
                text("mappings", "x-a: " + fill("{a: "), "deeper than 200 levels"),
                text("lines", fill("- "), "deeper than 200 levels"),
                text("keys", fill("? "), "deeper than 200 levels"),
                text("spaces", stairs(), "deeper than 200 levels"),
                text(
                        "aliases",
                        SMALL + "x-0: &a0 []\n" + lines(70, pit()),
                        "deeper than 200 levels"),
                text("variables", SMALL + "    user: \"" + fill("${A:-"), "not valid YAML"),
                text("open variables", SMALL + "    user: " + fill("${"), "is not a variable"),
                text(
                        "long defaults",
                        SMALL + "    user: " + nested(),
                        "values filled in are too long"));
    }

    static Stream<HostileInput> files() {
        return Stream.of(
                text("tree of includes", "include: [i1, i1]\n" + SMALL, "more than 300 files")
                        .with("i25", SMALL),
                text("chain of includes", "include: [i1]\n" + SMALL, "over more than 100 steps"),
                text(
                        "chain of extends",
                        "services:\n" + lines(999, "  k@: {extends: k#}\n"),
                        "over more than 200 steps"),
                text("heavy base", heavy(), "nodes once extends and include are followed"),
                text(
                                "short text, long value",
                                SMALL + "    user: " + "$A".repeat(99_999),
                                "too long")
                        .with(".env", "A=" + "x".repeat(999_999)),
                text("growing values", SMALL, ".env:").with(".env", "A0=xx\n" + DOUBLED),
                text(
                                "growing values of a service",
                                SMALL + "    env_file: e\n",
                                "the values filled in are too long")
                        .with("e", "A0=xx\n" + DOUBLED),
                text("endless env_file", SMALL + "    env_file: /dev/zero\n", "not a regular file"),
                text("endless label_file", SMALL + "    label_file: /dev/zero\n", "not a regular"),
                text(
                        "endless base",
                        SMALL + "    extends: {file: /dev/zero, service: a}\n",
                        "not a regular"),
                text("endless include", "include: [/dev/zero]\n" + SMALL, "not a regular file"));
    }

    static Stream<HostileInput> binaries() {
        return Stream.of(
                bytes(
                        "picture",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                        "not a text"),
                bytes("archive", new byte[] {31, (byte) 139, 8, 0}, "is not a text file"),
                bytes("zeros", new byte[2_000_000], "holds the character 0x00"),
                bytes(
                        "half a character",
                        new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'},
                        "not valid UTF-16"),
                bytes(
                        "other charset",
                        new byte[] {'a', ':', ' ', (byte) 0xE9},
                        "line 1 is not valid UTF-8"),
                text("control character", "a:\n  \u0090\n", "line 2 holds the character 0x90"),
                text("future", "%YAML 9.9\n---\n" + SMALL, "only YAML 1.1 and 1.2"),
                text("nothing", "", "is empty"));
    }

    static Stream<HostileInput> all() {
        return Stream.of(bombs(), depths(), files(), binaries()).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesQuickly(HostileInput input) throws IOException {
        if (input.name().contains("of includes")) {
            String twice =
                    input.name().startsWith("tree") ? "include: [i#, i#]\n" : "include: [i#]\n";
            for (int i = 1; i < 120; i++) {
                String text = twice.replace("#", "" + (i + 1)) + SMALL;
                Files.writeString(directory.resolve("i" + i), text);
            }
        }
        for (Map.Entry<String, byte[]> file : input.files().entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refusal(input.error()));
    }

    private void refusal(String error) {
        long thread = Thread.currentThread().threadId();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long memory = THREADS.getThreadAllocatedBytes(thread);
        ComposeException refusal = new Fixture(directory).refusal();
        Duration spent = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu);
        long used = THREADS.getThreadAllocatedBytes(thread) - memory;

        assertThat(refusal).hasMessageContaining(error);
        assertThat(refusal.problems()).hasSizeLessThanOrEqualTo(100);
        assertThat(String.valueOf(refusal.getMessage()).length()).isLessThan(40_000);
        assertThat(spent).isLessThan(Duration.ofSeconds(1));
        assertThat(used >> 20).as("MiB").isLessThan(300);
    }

    @Test
    void doesNotWaitForAPipeThatNobodyWritesTo() throws Exception {
        for (String name : List.of("compose.yaml", ".env")) {
            Path pipe = directory.resolve(name);
            Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
            assumeThat(made.waitFor()).as("mkfifo").isZero();

            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refusal("regular file"));
            Files.delete(pipe);
            Files.writeString(directory.resolve("compose.yaml"), SMALL);
        }
    }

    @Test
    void saysThatAFileMayNotBeRead() throws IOException {
        Path file = directory.resolve("compose.yaml");
        Files.writeString(file, SMALL);
        assumeThat(file.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(file)).as("the administrator may read everything").isFalse();

        refusal("permission denied");
    }

    private static String stairs() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            text.append(" ".repeat(i)).append("a:\n");
        }
        return text.toString();
    }

    private static String pit() {
        return "x-#: &a# " + "[".repeat(195) + "*a@" + "]".repeat(195) + "\n";
    }

    private static String nested() {
        return "${A:-".repeat(99) + "${B:-y}".repeat(200_000) + "}".repeat(99);
    }

    private static String heavy() {
        String list = "a,".repeat(40_000);
        return SMALL + "    x-a: [" + list + "]\n" + lines(2000, "  k#: {extends: web}\n");
    }
}
