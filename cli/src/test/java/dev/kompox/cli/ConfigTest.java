package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.cli.command.Exit;
import dev.kompox.cli.fake.FakePlace;
import dev.kompox.cli.fake.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of {@code kompox config}. What they print is compared by the compose module. */
class ConfigTest {

    private static final String MODEL =
            """
            name: shop
            services:
              web:
                image: "web:${TAG:-1}"
                depends_on: [db]
                volumes: ["./data:/data", "vol:/v"]
              db:
                image: ${DB:?which}
                environment: {A: "$TAG", B: "${C:+on}"}
              tool: {image: tool, profiles: [tools]}
            volumes: {vol: {}}
            """;

    @TempDir Path directory;
    private Screen screen;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), MODEL);
        screen = new Screen(directory, new FakePlace()).variable("DB", "pg").variable("TAG", "2");
    }

    @Test
    void listsVariables() {
        assertThat(screen.run("config", "--variables")).isZero();
        assertThat(screen.out())
                .isEqualTo(
                        """
                        NAME  REQUIRED  DEFAULT VALUE  ALTERNATE VALUE
                        C     false                    on
                        DB    true
                        TAG   false     1
                        """);
        screen.run("config", "--variables", "--format", "json");
        assertThat(screen.out()).contains("\"DB\": {\n    \"Name\": \"DB\",");
        screen.run("config", "--environment");
        assertThat(screen.out()).contains("DB=pg\n").contains("COMPOSE_PROJECT_NAME=shop\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--services, 'db web '",
        "--volumes, 'vol '",
        "--networks, 'default '",
        "--images, 'pg web:2 '",
        "--profiles, 'tools '",
        "--models, ''"
    })
    void listsNames(String option, String names) {
        assertThat(screen.run("config", option)).isZero();
        assertThat(screen.out().replace('\n', ' ')).isEqualTo(names);
    }

    @Test
    void leavesStepsOut() {
        screen.run("config", "--no-interpolate");
        assertThat(screen.out()).contains("image: web:${TAG:-1}\n").contains("    image: tool\n");
        screen.run("config", "--no-path-resolution");
        assertThat(screen.out()).contains("source: ./data\n");
        screen.run("config", "--no-normalize");
        assertThat(screen.out()).doesNotContain("networks:");
    }

    @Test
    void keepsSingleServices() {
        screen.run("config", "web");
        assertThat(screen.out()).contains("  db:\n").contains("  web:\n").doesNotContain("tool");
        screen.run("config", "db");
        assertThat(screen.out()).doesNotContain("web:").doesNotContain("volumes:");
        assertThat(screen.run("config", "wep")).isEqualTo(Exit.BLOCKED);
        assertThat(screen.err()).contains("there is no service \"wep\"");
    }

    @Test
    void printsDigests() {
        screen.run("config", "--hash", "*");
        assertThat(screen.out()).matches("db [0-9a-f]{64}\nweb [0-9a-f]{64}\n");
        assertThat(screen.run("config", "--hash", "web,wep")).isEqualTo(Exit.USAGE);
        assertThat(screen.err()).contains("there is no service \"wep\"");
    }

    @Test
    void saysWhatItHasNot() {
        assertThat(screen.run("config", "--resolve-image-digests")).isEqualTo(Exit.USAGE);
        assertThat(screen.err()).contains("no registry is asked");
    }
}
