package dev.kompox.kubernetes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals and hooks. */
class HooksTest {

    private static final String END = "; while kill -0 1 2>/dev/null; do sleep 0.1; done";

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "SIGINT, INT", "int, INT", "2, INT", "SIGQUIT, QUIT", "WINCH, WINCH", "SIGRTMIN+3, 37",
        "RTMIN, 34", "SIGRTMAX-1, 63", "37, 37", "SIGIOT, ABRT", "SIGPOLL, IO", "USR1, USR1"
    })
    void anotherSignalIsSentByAHookThatWaitsForTheEnd(String signal, String word) {
        Conversion conversion = one("stop_signal: \"" + signal + "\"");

        assertThat(stop(conversion, "a"))
                .containsExactly("/bin/sh", "-c", "kill -" + word + " 1" + END);
        assertThat(Projects.lines(conversion, "services.a.stop_signal"))
                .singleElement()
                .asString()
                .startsWith("CAVEAT")
                .contains("needs /bin/sh", "process 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGTERM", "term", "15", "SIGKILL", "9", "STOP"})
    void noHookSendsWhatTheClusterSendsOrProcess1NeverHears(String signal) {
        Conversion conversion = one("stop_signal: \"" + signal + "\"");

        assertThat(Projects.container(conversion, "a").get("lifecycle")).isNull();
        assertThat(Projects.lines(conversion, "services.a.stop_signal"))
                .singleElement()
                .asString()
                .startsWith("CAVEAT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGFOO", "0", "32", "65", "RTMIN+31", "RTMAX-31", "SIG", "1;reboot"})
    void whatIsNoSignalIsRefused(String signal) {
        assertThatThrownBy(() -> one("stop_signal: \"" + signal + "\""))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("services.a.stop_signal")
                .hasMessageContaining("no signal");
    }

    @Test
    void hooksRunAsTheyStand() {
        Conversion conversion =
                one(
                        "post_start: [{command: [touch, /x]}], pre_stop: [{command: sync -f '/a $$b'}]");

        assertThat(exec(conversion, "a", "postStart")).containsExactly("touch", "/x");
        assertThat(stop(conversion, "a")).containsExactly("sync", "-f", "/a $b");
        assertThat(Projects.lines(conversion, "services.a.pre_stop"))
                .containsExactly("MAPPED lifecycle.preStop");
    }

    @Test
    void aHookComesBeforeTheSignal() {
        Conversion conversion = one("stop_signal: SIGINT, pre_stop: [{command: [echo, \"it's\"]}]");

        assertThat(stop(conversion, "a"))
                .containsExactly("/bin/sh", "-c", "'echo' 'it'\\''s'; kill -INT 1" + END);
        assertThat(Projects.lines(conversion, "services.a.pre_stop"))
                .containsExactly("CAVEAT the image needs /bin/sh for it");
    }

    /** All hooks run as soon as the pod stops, so a sidecar's waits for its turn. */
    @Test
    void aSidecarsHookWaitsUntilWhatDependsOnItHasEnded() {
        Conversion conversion =
                Projects.convert(
                        directory,
                        """
                        services:
                          db: {image: x, user: "70:70", pull_policy: never, stop_signal: SIGINT}
                          cache: {image: y, stop_grace_period: 5s, depends_on: [db]}
                          web: {image: y, depends_on: [cache]}
                        """);

        assertThat(stop(conversion, "db"))
                .containsExactly(
                        "/bin/sh",
                        "-c",
                        "end=$(($(date +%s) + 15)); while [ -e /.kompox-turn/later ]"
                                + " && [ $(date +%s) -lt $end ]; do sleep 0.1; done; kill -INT 1"
                                + END);
        assertThat(Projects.names(conversion, "initContainers"))
                .containsExactly("db", "db--turn", "cache");
        Map<?, ?> db = Projects.container(conversion, "db");
        Map<?, ?> turn = Projects.container(conversion, "db--turn");
        assertThat(turn.get("image")).isEqualTo("x");
        assertThat(turn.get("imagePullPolicy")).isEqualTo("Never");
        assertThat(turn.get("restartPolicy")).isEqualTo("Always");
        assertThat(turn.get("securityContext")).isEqualTo(db.get("securityContext"));
        assertThat(turn.get("volumeMounts")).isEqualTo(db.get("volumeMounts"));
        assertThat(conversion.containers())
                .extracting(Conversion.ServiceContainer::container)
                .containsExactly("db", "cache", "web");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    pre_stop: [{command: [a]}, {command: [b]}]      | one command
                    pre_stop: [{command: [a], user: root}]          | no user
                    pre_stop: [{command: [a], privileged: true}]    | no privileged
                    pre_stop: [{command: [a], working_dir: /}]      | no working_dir
                    pre_stop: [{command: [a], environment: {A: b}}] | no environment
                    """)
    void aHookThatNeedsMoreIsIgnoredWithItsReason(String line, String words) {
        Conversion conversion = one(line);

        assertThat(Projects.container(conversion, "a").get("lifecycle")).isNull();
        assertThat(Projects.lines(conversion, "services.a.pre_stop"))
                .singleElement()
                .asString()
                .startsWith("IGNORED not run")
                .contains(words);
    }

    @Test
    void noServiceTakesTheNameOfAnotherOnesTurn() {
        Conversion conversion =
                Projects.convert(
                        directory,
                        """
                        services:
                          db: {image: x, stop_signal: SIGINT}
                          db--turn: {image: x}
                          db__turn: {image: x, depends_on: [db]}
                        """);

        assertThat(conversion.containers())
                .extracting(Conversion.ServiceContainer::container)
                .doesNotHaveDuplicates()
                .doesNotContain("db--turn");
    }

    @Test
    void whatRunsOnceHasNoHooks() {
        Conversion conversion =
                Projects.convert(
                        directory,
                        """
                        services:
                          a:
                            image: x
                            stop_signal: SIGINT
                            pre_stop: [{command: [a]}]
                            post_start: [{command: [a]}]
                          b:
                            image: x
                            depends_on: {a: {condition: service_completed_successfully}}
                        """);

        assertThat(Projects.container(conversion, "a").get("lifecycle")).isNull();
        assertThat(Projects.lines(conversion, "services.a.stop_signal"))
                .singleElement()
                .asString()
                .startsWith("IGNORED");
    }

    private Conversion one(String keys) {
        return Projects.convert(directory, "services: {a: {image: x, " + keys + "}}\n");
    }

    private static List<String> stop(Conversion conversion, String container) {
        return exec(conversion, container, "preStop");
    }

    private static List<String> exec(Conversion conversion, String container, String hook) {
        return Projects.words(
                Projects.container(conversion, container), "lifecycle", hook, "exec", "command");
    }
}
