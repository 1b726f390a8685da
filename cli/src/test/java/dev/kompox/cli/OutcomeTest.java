package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.cli.command.Exit;
import dev.kompox.cli.fake.FakePlace;
import dev.kompox.cli.fake.Screen;
import dev.kompox.driver.Finding;
import dev.kompox.operations.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes, questions, and the forms for programs. */
class OutcomeTest {

    private static final String ESCAPE = "\u001b";

    private final FakePlace place = new FakePlace();

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "ps",
                "plan",
                "disk list",
                "snapshot list",
                "snapshot show monday",
                "operation list",
                "driver list",
                "driver show docker",
                "cluster list",
                "doctor",
                "version",
                "explain services.ports",
                "up --dry-run",
                "restore monday --dry-run",
                "restore monday --yes"
            })
    void answersAsJsonWithASchemaVersion(String command) throws IOException {
        Screen screen = Shop.running(directory, place);
        screen.run((command + " -o json").split(" ", -1));
        assertThat(Json.read(screen.out())).isInstanceOf(Map.class);
        assertThat((Map<?, ?>) Json.read(screen.out()))
                .isNotNull()
                .extracting("schemaVersion")
                .isEqualTo(1L);
    }

    @Test
    void tellsEventsAsJsonLines() throws IOException {
        Screen screen = Shop.fresh(directory, place);
        assertThat(screen.run("up", "--events", "jsonl")).isEqualTo(Exit.OK);
        List<String> lines = screen.err().lines().toList();
        assertThat(lines).hasSizeGreaterThan(3);
        for (String line : lines) {
            assertThat((Map<?, ?>) Json.read(line))
                    .isNotNull()
                    .extracting("schemaVersion")
                    .isEqualTo(1L);
        }
        assertThat(screen.out()).isEmpty();
    }

    @Test
    void usesNoEscapesWithoutATerminal() throws IOException {
        Screen screen = Shop.fresh(directory, place);
        screen.run("up");
        assertThat(screen.out() + screen.err()).doesNotContain(ESCAPE).contains("db healthy");
    }

    @Test
    void redrawsAtATerminalUnlessToldNotTo() throws IOException {
        Screen screen = Shop.fresh(directory, place).terminal("");
        screen.run("up");
        assertThat(screen.err()).contains(ESCAPE + "[1A" + ESCAPE + "[J");
        screen.run("restart", "--progress", "plain", "--no-color");
        assertThat(screen.err()).doesNotContain(ESCAPE);
    }

    @Test
    void paintsNothingAgainstNoColor() throws IOException {
        Screen screen =
                Shop.fresh(directory, place.finding(ok())).terminal("").variable("NO_COLOR", "1");
        screen.run("doctor");
        assertThat(screen.out()).contains("ok").doesNotContain(ESCAPE);
        Screen coloured = new Screen(directory, place).terminal("");
        coloured.run("doctor");
        assertThat(coloured.out()).contains(ESCAPE);
    }

    @Test
    void failsWhenTheExaminationFindsAFailure() throws IOException {
        Finding broken =
                new Finding(Finding.Level.FAIL, "Docker is down", "systemctl start docker");
        Screen screen = Shop.fresh(directory, place.finding(ok()).finding(broken));
        assertThat(screen.run("doctor")).isEqualTo(Exit.FAILED);
        assertThat(screen.out()).contains("fail  Docker is down\n      systemctl start docker");
    }

    @Test
    void doesNothingWhenAPersonSaysNo() throws IOException {
        Screen screen = Shop.running(directory, place).terminal("n\n");
        assertThat(screen.run("restore", "monday")).isEqualTo(Exit.BLOCKED);
        assertThat(screen.err()).contains("Proceed? [y/N]").contains("Nothing was changed.");
        assertThat(place.disks().list(Shop.APP)).hasSize(1);
    }

    @Test
    void goesAheadWhenAPersonSaysYes() throws IOException {
        Screen screen = Shop.running(directory, place).terminal("yes\n");
        assertThat(screen.run("restore", "monday")).isEqualTo(Exit.OK);
        assertThat(place.disks().list(Shop.APP)).hasSize(2);
    }

    @Test
    void refusesToReplaceWithoutAYesWhereNobodyCanBeAsked() throws IOException {
        place.runtime().replacing();
        Screen screen = Shop.running(directory, place);
        assertThat(screen.run("up")).isEqualTo(Exit.BLOCKED);
        assertThat(screen.err()).contains("no terminal to ask at").endsWith("--yes\n");
        assertThat(screen.run("up", "--yes")).isEqualTo(Exit.OK);
    }

    @Test
    void saysWhatFailedAndEndsWithTheRemedy() throws IOException {
        place.runtime().broken("service web ended with 1: no such table");
        Screen screen = Shop.fresh(directory, place);
        assertThat(screen.run("up")).isEqualTo(Exit.FAILED);
        assertThat(screen.err())
                .contains("error: start shop: service web ended with 1: no such table")
                .endsWith("See what it wrote: kompox logs web\n");
    }

    @Test
    void passesTheExitCodeOfAProgramOn() throws IOException {
        Screen screen = Shop.running(directory, place);
        assertThat(screen.run("exec", "db", "exit", "37")).isEqualTo(37);
        assertThat(screen.run("exec", "-T", "db", "--", "exit", "4")).isEqualTo(4);
    }

    @Test
    void understandsGlobalOptionsBeforeAndAfterTheCommand() throws IOException {
        Screen screen = Shop.running(directory, place);
        Files.move(directory.resolve("compose.yaml"), directory.resolve("other.yaml"));
        assertThat(screen.run("-f", "other.yaml", "-p", "market", "status", "-o", "name")).isZero();
        assertThat(screen.out()).isEqualTo("market\n");
        assertThat(screen.run("-f", "other.yaml", "logs", "-f")).isZero();
    }

    @Test
    void acceptsTheFormsOfTheGoEdition() throws IOException {
        Screen screen = Shop.running(directory, place);
        assertThat(screen.run("app", "deploy")).isZero();
        assertThat(screen.run("app", "validate", "--quiet")).isZero();
        assertThat(screen.run("app", "status")).isZero();
        assertThat(screen.run("app", "destroy")).isZero();
    }

    @Test
    void keepsTheTraceOfADefectOffTheScreen() throws IOException {
        Screen screen = new Screen(directory, new BrokenPlaces());
        Files.writeString(directory.resolve("compose.yaml"), Shop.COMPOSE);
        assertThat(screen.run("status")).isEqualTo(Exit.FAILED);
        assertThat(screen.err())
                .contains("a defect of its own: ArithmeticException")
                .doesNotContain("\tat ");
    }

    private static Finding ok() {
        return new Finding(Finding.Level.OK, "Docker Engine 27.3", null);
    }
}
