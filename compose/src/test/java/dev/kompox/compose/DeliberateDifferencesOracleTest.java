package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything we mean to do otherwise than docker compose, one by one, with the reason; each is
 * still true of both. What is not listed here agrees, or is a defect.
 *
 * <p>Not asked, because it would reach for the network: docker compose fetches an {@code include}
 * or {@code extends} of a git, OCI or HTTP address; we refuse it, since a file from elsewhere could
 * change what happens to the disks of an app from one day to the next.
 */
class DeliberateDifferencesOracleTest {

    private static final String SMALL = "name: t\nservices: {web: {image: x}}\n";

    @TempDir private Path directory;

    /** What both do; {@code reason} says why we differ. */
    record Difference(String name, Who refuses, Map<String, String> files, String reason) {

        @Override
        public String toString() {
            return name + ": " + reason;
        }
    }

    enum Who {
        WE,
        DOCKER_COMPOSE
    }

    @BeforeAll
    static void present() {
        DockerCompose.assumeAtLeast("2.40");
        assumeTrue(DockerCompose.isVersion2(), "docker compose 5 shares some of what is listed");
    }

    static List<Difference> differences() {
        return List.of(
                new Difference(
                        "a service that an included file defines too",
                        Who.DOCKER_COMPOSE,
                        Map.of(
                                "compose.yaml",
                                "name: t\ninclude: [b.yaml]\nservices: {web: {image: a}}\n",
                                "b.yaml",
                                "services: {web: {image: b}}\n"),
                        "version 5 lays one over the other, and files for it are written already"),
                new Difference(
                        "an error inside a default that is not used",
                        Who.DOCKER_COMPOSE,
                        Map.of(
                                "compose.yaml",
                                "name: t\nservices: {web: {image: '${HOME:-${NONE:?need it}}'}}\n"),
                        "version 5 asks only for what is used, as a shell does"),
                new Difference(
                        "no_cache_filter of a build",
                        Who.DOCKER_COMPOSE,
                        Map.of(
                                "compose.yaml",
                                "name: t\nservices: {web: {build: {context: .,"
                                        + " no_cache_filter: [a]}}}\n"),
                        "version 5 knows it"),
                new Difference(
                        "an include entry without a path",
                        Who.WE,
                        Map.of("compose.yaml", "include: [{pathh: b.yaml}]\n" + SMALL),
                        "a misspelt path would leave services out without a word"),
                new Difference(
                        "more than 70,000 ports of one project",
                        Who.WE,
                        Map.of(
                                "compose.yaml",
                                "name: t\nservices: {web: {image: x, ports: [\"1-65000:1-65000\","
                                        + " \"1-6000:1-6000/udp\"]}}\n"),
                        "one short line must not cost hundreds of megabytes"),
                new Difference(
                        "variables nested beyond 100 levels",
                        Who.WE,
                        Map.of(
                                "compose.yaml",
                                SMALL + "x-a: \"" + "${N:-".repeat(150) + "}".repeat(150) + "\"\n"),
                        "the stack must not run out"),
                new Difference(
                        "nesting beyond 200 levels",
                        Who.WE,
                        Map.of(
                                "compose.yaml",
                                SMALL + "x-a: " + "[".repeat(250) + "]".repeat(250) + "\n"),
                        "the stack must not run out"),
                new Difference(
                        "more than 150,000 nodes once aliases are written out",
                        Who.WE,
                        Map.of("compose.yaml", SMALL + aliases(1000, 160)),
                        "memory must not run out"),
                new Difference(
                        "more than 2 MiB",
                        Who.WE,
                        Map.of("compose.yaml", SMALL + "#\n".repeat(2 << 20)),
                        "memory must not run out"));
    }

    private static String aliases(int items, int times) {
        return ("x-a: &a [" + "a,".repeat(items) + "]\n")
                + ("x-b: [" + "*a,".repeat(times) + "]\n");
    }

    @ParameterizedTest
    @MethodSource("differences")
    void differsWhereWeMeanTo(Difference difference) {
        Fixture fixture = new Fixture(directory);
        difference.files().forEach(fixture::file);

        Verdicts verdicts = Verdicts.on(fixture.request());

        boolean weRefuse = difference.refuses() == Who.WE;
        assertThat(verdicts.ours() == null).as("we refuse").isEqualTo(weRefuse);
        assertThat(verdicts.theirs() == null).as("docker compose refuses").isEqualTo(!weRefuse);
    }
}
