package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kompox.compose.model.Mount;
import dev.kompox.compose.model.Port;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.yaml.Tree;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test for each rule that was found by asking docker compose 2.40.3. */
class DockerSemanticsTest {

    @TempDir Path directory;
    private Fixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new Fixture(directory);
    }

    @Test
    void readsNumbersAsYaml11AndPrintsThemAsDecimalTexts() {
        Service web =
                fixture.web(
                        "environment: {A: 0123, B: 0o17, C: 0x1F, D: 1_000, E: 1e3, F: 1.10, G:"
                                + " .inf}");

        assertThat(web.environment())
                .containsExactly(
                        entry("A", "83"),
                        entry("B", "15"),
                        entry("C", "31"),
                        entry("D", "1000"),
                        entry("E", "1000"),
                        entry("F", "1.1"),
                        entry("G", "+Inf"));
    }

    @Test
    void takesYesNoAndBase60ForTexts() {
        Service web =
                fixture.web(
                        "restart: no\nports: [22:22]\n"
                                + "environment: {A: yes, B: on, C: no, D: True, E: 190:20:30}");

        assertThat(web.environment())
                .containsExactly(
                        entry("A", "yes"),
                        entry("B", "on"),
                        entry("C", "no"),
                        entry("D", "true"),
                        entry("E", "190:20:30"));
        assertThat(web.restart()).isEqualTo("no");
        assertThat(web.ports()).containsExactly(new Port(22, "22", null, "tcp", "ingress"));
    }

    @Test
    void refusesDatesAndTimestamps() {
        assertThat(fixture.webRefusal("environment: {A: 2024-01-02}"))
                .hasMessageContaining("services.web.environment.A: must be a string")
                .hasMessageContaining("not a date")
                .hasMessageContaining("Put it in quotes.");
    }

    @Test
    void keepsBigIntegersExactly() {
        assertThat(fixture.web("environment: {A: 12345678901234567890}").environment())
                .containsExactly(entry("A", "12345678901234567890"));
    }

    @Test
    void refusesAKeyWrittenTwiceWithBothLines() {
        assertThat(fixture.webRefusal("user: a\nuser: b"))
                .hasMessageContaining("key \"user\" is written twice, first on line 5")
                .hasMessageContaining("compose.yaml:6:5");
    }

    @Test
    void mergesAnchorsShallowly() {
        fixture.file(
                "compose.yaml",
                """
                name: t
                x-b: &b {image: b, environment: {A: 1, B: 1}}
                services:
                  one: {<<: *b, environment: {B: 2}}
                  two: {<<: [*b, {user: u}]}
                """);

        assertThat(fixture.service("one").environment()).containsExactly(entry("B", "2"));
        assertThat(Tree.textAt(fixture.service("two").node(), "user")).isEqualTo("u");
    }

    @Test
    void refusesToMergeAScalar() {
        assertThat(fixture.webRefusal("<<: text")).hasMessageContaining("<< needs a mapping");
    }

    @Test
    void mergesTwoDocumentsLikeTwoFiles() {
        fixture.file(
                "compose.yaml",
                "services: {a: {image: x, user: u}}\n---\nservices: {a: {image: y}}\n");

        assertThat(fixture.service("a").image()).isEqualTo("y");
        assertThat(Tree.textAt(fixture.service("a").node(), "user")).isEqualTo("u");
    }

    @Test
    void leavesNamedVariablesUnsetAndEmptyOnesEmpty() {
        assertThat(fixture.web("environment: [A, \"B=\", C=x=y]").environment())
                .containsExactly(entry("A", null), entry("B", ""), entry("C", "x=y"));
    }

    @Test
    void namesTheServicePathAndMessageOfAMissingVariable() {
        assertThat(fixture.webRefusal("user: ${Z?need}"))
                .hasMessageContaining("services.web.user: required variable Z is not set: need");
    }

    @Test
    void takesAOneLetterVolumeForAWindowsPath() {
        assertThat(fixture.web("volumes: [\"v:/d\"]").mounts())
                .containsExactly(new Mount.AnonymousMount("v:/d", false));
    }

    @Test
    void readsAddressesRangesAndBarePorts() {
        Service web =
                fixture.web("ports: [\"127.0.0.1::53/udp\", \"3000-3002:8000-8002\", \"9090\"]");

        assertThat(web.ports())
                .containsExactly(
                        new Port(53, null, "127.0.0.1", "udp", "ingress"),
                        new Port(8000, "3000", null, "tcp", "ingress"),
                        new Port(8001, "3001", null, "tcp", "ingress"),
                        new Port(8002, "3002", null, "tcp", "ingress"),
                        new Port(9090, null, null, "tcp", "ingress"));
    }

    @Test
    void keepsExposedRangesAsWritten() {
        assertThat(Tree.textAt(fixture.web("expose: [90-92/udp]").node(), "expose", "0"))
                .isEqualTo("90-92/udp");
    }

    @Test
    void readsBothSeparatorsOfExtraHosts() {
        Service web = fixture.web("extra_hosts: [\"h:1.2.3.4\", \"v6:[::1]\"]");

        assertThat(Tree.textAt(web.node(), "extra_hosts", "0")).isEqualTo("h=1.2.3.4");
        assertThat(Tree.textAt(web.node(), "extra_hosts", "1")).isEqualTo("v6=::1");
    }

    @Test
    void printsFileModesAsOctalTextsAndTmpfsModesAsNumbers() {
        fixture.file(
                "compose.yaml",
                """
                services:
                  web:
                    image: x
                    secrets: [{source: s, mode: 0440}]
                    volumes: [{type: tmpfs, target: /t, tmpfs: {mode: 0700}}]
                secrets: {s: {file: f}}
                """);

        assertThat(Tree.textAt(fixture.service("web").node(), "secrets", "0", "mode"))
                .isEqualTo("0440");
        assertThat(Tree.textAt(fixture.service("web").node(), "volumes", "0", "tmpfs", "mode"))
                .isEqualTo("448");
    }

    @Test
    void runsAHealthcheckTextInTheShellAndSplitsCommands() {
        Service web = fixture.web("healthcheck: {test: a b}\ncommand: x 'y z'");

        assertThat(Tree.at(web.node(), "healthcheck", "test").toString())
                .contains("CMD-SHELL", "a b");
        assertThat(web.command()).isEqualTo(List.of("x", "y z"));
    }

    @Test
    void refusesTwoDifferentMemoryLimits() {
        assertThat(
                        fixture.webRefusal(
                                "mem_limit: 1g\n" + "deploy: {resources: {limits: {memory: 2g}}}"))
                .hasMessageContaining(
                        "can't set distinct values on 'mem_limit' and"
                                + " 'deploy.resources.limits.memory'");
    }

    @Test
    void fillsVariablesIntoConfigContent() {
        fixture.file(
                "compose.yaml",
                """
                services: {web: {image: x, configs: [c]}}
                configs: {c: {content: "hi ${BAR:-x} $$z"}}
                """);

        assertThat(Tree.textAt(fixture.project().tree(), "configs", "c", "content"))
                .isEqualTo("hi x $z");
    }

    @Test
    void replacesWithOverrideAndDropsWithReset() {
        fixture.file(
                        "compose.yaml",
                        """
                        services:
                          a:
                            image: x
                            command: c
                            ports: ["80:80"]
                            environment: {A: 1, B: 1}
                            dns: [1.1.1.1]
                            volumes: [one:/d, two:/e]
                        volumes: {one: , two: , three: }
                        """)
                .file(
                        "compose.override.yaml",
                        """
                        services:
                          a:
                            command: !reset []
                            ports: !override ["90:90"]
                            environment: {A: !reset null}
                            dns: [2.2.2.2]
                            volumes: [three:/d]
                        """);

        Service a = fixture.service("a");
        assertThat(a.command()).isNull();
        assertThat(a.ports()).containsExactly(new Port(90, "90", null, "tcp", "ingress"));
        assertThat(a.environment()).containsExactly(entry("B", "1"));
        assertThat(Tree.textAt(a.node(), "dns", "1")).isEqualTo("2.2.2.2");
        assertThat(a.mounts())
                .containsExactly(
                        new Mount.VolumeMount("three", "/d", false, null, false),
                        new Mount.VolumeMount("two", "/e", false, null, false));
        assertThat(fixture.project().volumes().keySet()).containsExactly("three", "two");
    }

    @Test
    void readsTheGrammarOfDotenvFiles() {
        fixture.file(
                ".env",
                """
                A=1
                B="x $A ${C:-d}"
                L='lit $A'
                export E=e # c
                H=a#b
                M="one
                two"
                N="a\\nb"
                S = sp
                """);

        Service web = fixture.web("environment: {B: $B, L: $L, E: $E, H: $H, M: $M, N: $N, S: $S}");
        assertThat(web.environment())
                .containsExactly(
                        entry("B", "x 1 d"),
                        entry("E", "e"),
                        entry("H", "a#b"),
                        entry("L", "lit $A"),
                        entry("M", "one\ntwo"),
                        entry("N", "a\nb"),
                        entry("S", "sp"));
    }

    @Test
    void refusesAnUnknownServiceKeyAndNamesTheNearest() {
        assertThat(fixture.webRefusal("port: \"8080:80\""))
                .hasMessage(
                        """
                        error: services.web.port: unknown key "port"
                          compose.yaml:5:5
                          4 │     image: x
                          5 │     port: "8080:80"
                            │     ^^^^ did you mean "ports" (a list)?
                        Rename the key to "ports", or remove it.\
                        """
                                .stripIndent());
    }
}
