package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile and broken input ends in one clear error, within bounds. */
class BadInputTest {

    @TempDir Path directory;
    private Fixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new Fixture(directory);
    }

    @Test
    void reportsEveryProblemOfAFileInOrder() {
        ComposeException refusal =
                fixture.webRefusal("prots: []\nuser: [a]\nhealthcheck: {test: x, retires: 3}");

        assertThat(refusal.problems())
                .extracting(Problem::code)
                .containsExactly("unknown-key", "wrong-type", "unknown-key");
        assertThat(refusal.problems())
                .extracting(p -> String.valueOf(p.location()))
                .containsExactly("compose.yaml:5:5", "compose.yaml:6:11", "compose.yaml:7:28");
    }

    @Test
    void refusesAnAliasBombQuickly() {
        StringBuilder text = new StringBuilder("x-a: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("x-b%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ",").repeat(10)));
        }
        fixture.file("compose.yaml", text.toString());

        ComposeException refusal =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> fixture.refusal());
        assertThat(refusal.problems().getFirst().code()).isEqualTo("too-many-nodes");
    }

    @Test
    void refusesDeepNesting() {
        fixture.file("compose.yaml", "x-a: " + "[".repeat(5000) + "]".repeat(5000) + "\n");

        assertThat(fixture.refusal()).hasMessageContaining("nested deeper than 200 levels");
    }

    @Test
    void refusesAHugeFile() throws IOException {
        byte[] big = new byte[2 * 1024 * 1024 + 1];
        Arrays.fill(big, (byte) '#');
        Files.write(directory.resolve("compose.yaml"), big);

        assertThat(fixture.refusal()).hasMessageContaining("larger than 2097152 bytes");
    }

    @Test
    void refusesABinaryFile() throws IOException {
        Files.write(directory.resolve("compose.yaml"), new byte[] {0x7F, 'E', 'L', 'F', 0, 1});

        assertThat(fixture.refusal()).hasMessageContaining("is not a text file");
    }

    @Test
    void refusesADirectoryInPlaceOfAFile() throws IOException {
        Files.createDirectory(directory.resolve("compose.yaml"));

        assertThat(fixture.refusal()).hasMessageContaining("is a directory, not a file");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        LoadRequest request = fixture.request().withFiles(List.of(Path.of("nope.yaml")));

        assertThat(Fixture.refusal(request)).hasMessageContaining("nope.yaml: no such file");
    }

    @Test
    void saysWhereItLookedWhenThereIsNoFile() {
        assertThat(fixture.refusal())
                .hasMessageContaining("no Compose file in " + directory)
                .hasMessageContaining("Create compose.yaml here");
    }

    @Test
    void readsWindowsLineEndsBehindAByteOrderMark() {
        fixture.file("compose.yaml", "\uFEFFservices:\r\n  a:\r\n    image: x\r\n");

        assertThat(fixture.service("a").image()).isEqualTo("x");
    }

    @Test
    void refusesFilesThatIncludeEachOther() {
        fixture.file("compose.yaml", "include: [a/b.yaml]\nservices: {x: {image: x}}\n")
                .file("a/b.yaml", "include: [c.yaml]\n")
                .file("a/c.yaml", "include: [b.yaml]\n");

        assertThat(fixture.refusal())
                .hasMessageContaining("files include each other")
                .hasMessageContaining("a/c.yaml:1:11");
    }

    @Test
    void refusesAFileThatIncludesItself() {
        fixture.file("compose.yaml", "include: [compose.yaml]\nservices: {x: {image: x}}\n");

        assertThat(fixture.refusal()).hasMessageContaining("files include each other");
    }

    @Test
    void refusesServicesThatExtendEachOtherAcrossFiles() {
        fixture.file("compose.yaml", "services: {a: {extends: {file: b.yaml, service: b}}}\n")
                .file("b.yaml", "services: {b: {extends: {file: compose.yaml, service: a}}}\n");

        assertThat(fixture.refusal()).hasMessageContaining("services extend each other");
    }

    @Test
    void refusesRemoteIncludesAndExtensions() {
        fixture.file("compose.yaml", "include: [\"https://example.com/x.git\"]\n");
        assertThat(fixture.refusal()).hasMessageContaining("remote files are not read");

        fixture.file(
                "compose.yaml", "services: {a: {extends: {file: \"oci://x/y\", service: a}}}\n");
        assertThat(fixture.refusal()).hasMessageContaining("remote files are not read");
    }

    @Test
    void refusesVariablesNestedWithoutEnd() {
        String bomb = "${A:-".repeat(300) + "}".repeat(300);

        assertThat(fixture.webRefusal("user: \"" + bomb + "\""))
                .hasMessageContaining("nested deeper than 100");
    }

    @Test
    void doesNotLookForVariablesInValues() {
        fixture.env("A", "$B${B}").env("B", "never");

        assertThat(fixture.web("user: $A").node().toString()).contains("$B${B}");
    }

    @Test
    void refusesMorePortsThanAMachineHas() {
        assertThat(fixture.webRefusal("ports: [\"1-65535:1-65535\", \"1-65535:1-65535/udp\"]"))
                .hasMessageContaining("more than 70000 ports");
    }

    @Test
    void neverShowsLinesOfAnEnvironment() {
        ComposeException refusal =
                fixture.webRefusal("environment:\n  PASSWORD: hunter2\n  DAY: 2024-01-02\nfoo: 1");

        assertThat(refusal).hasMessageContaining("unknown key \"foo\"");
        assertThat(refusal.getMessage()).doesNotContain("hunter2").doesNotContain("2024-01-02");
    }

    @Test
    void neverShowsTheEnvironmentOfARequestOrService() {
        fixture.env("TOKEN", "hunter2");

        assertThat(fixture.request().toString()).doesNotContain("hunter2");
        assertThat(fixture.web("environment: [TOKEN]").toString()).doesNotContain("hunter2");
    }

    @Test
    void takesAnEnvironmentOfManyKeys() {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            file.append("K").append(i).append("=v\n");
        }
        fixture.file("many.env", file.toString());

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(fixture.web("env_file: many.env").environment()).hasSize(100_000));
    }

    @Test
    void refusesABrokenEnvironmentFileWithoutShowingIt() {
        fixture.file(".env", "A=1\nB=\"hunter2\n");
        ComposeException refusal = fixture.webRefusal("user: a");

        assertThat(refusal).hasMessageContaining(".env:2: a quoted value is not closed");
        assertThat(refusal.getMessage()).doesNotContain("hunter2");
    }

    @Test
    void survivesValuesOfWrongTypeInEveryPlace() {
        for (String key :
                List.of(
                        "build",
                        "configs",
                        "depends_on",
                        "deploy",
                        "devices",
                        "dns",
                        "env_file",
                        "environment",
                        "extends",
                        "extra_hosts",
                        "gpus",
                        "healthcheck",
                        "labels",
                        "logging",
                        "networks",
                        "ports",
                        "secrets",
                        "ulimits",
                        "volumes",
                        "develop",
                        "models",
                        "tmpfs",
                        "expose",
                        "label_file")) {
            for (String value : List.of("1", "x", "[1]", "[[x]]", "{a: 1}", "[{a: [1]}]", "null")) {
                assertThatCode(() -> tryLoad(key + ": " + value))
                        .as(key + ": " + value)
                        .doesNotThrowAnyException();
            }
        }
    }

    private void tryLoad(String body) {
        fixture.file("compose.yaml", "services:\n  web:\n    image: x\n    " + body + "\n");
        try {
            fixture.load();
        } catch (ComposeException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }
}
