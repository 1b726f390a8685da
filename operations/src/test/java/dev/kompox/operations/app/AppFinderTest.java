package dev.kompox.operations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.ComposeLoader;
import dev.kompox.compose.LoadRequest;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.runtime.Slot;
import dev.kompox.driver.runtime.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a project holds data, under which names, and where its journals are kept. */
class AppFinderTest {

    @TempDir Path root;

    private Path directory;

    @BeforeEach
    void project() throws IOException {
        directory = Files.createDirectories(root.toRealPath().resolve("work/shop"));
    }

    @Test
    void takesNamedVolumesThatAServiceMounts() throws IOException {
        compose(
                """
                services:
                  db: {image: a, volumes: ["data:/data", "kept:/kept"]}
                  web: {image: a, volumes: ["data:/data:ro", "/anonymous"]}
                  off: {image: a, profiles: [never], volumes: ["unused:/x"]}
                volumes: {data: {}, kept: {external: true, name: elsewhere}, unused: {}, idle: {}}
                """);
        assertThat(slots())
                .containsExactly(
                        Map.entry("data", new Slot.EngineVolume("shop_data", false)),
                        Map.entry("kept", new Slot.EngineVolume("elsewhere", true)));
        assertThat(find().users())
                .containsEntry(new VolumeName("data"), List.of("db", "web"))
                .containsEntry(new VolumeName("kept"), List.of("db"));
    }

    @Test
    void takesDirectoriesInsideTheProjectThatAreBoundForWriting() throws IOException {
        Files.createDirectories(directory.resolve("there"));
        Files.writeString(directory.resolve("file.conf"), "");
        compose(
                """
                services:
                  a:
                    image: a
                    volumes:
                      - ./there:/1
                      - ./there:/again
                      - ./not/there/yet:/2
                      - ./file.conf:/3
                      - ./read:/4:ro
                      - .:/5
                      - /elsewhere:/6
                      - ../beside:/7
                  b: {image: a, volumes: ["./there:/1"]}
                """);
        assertThat(slots())
                .containsExactly(
                        Map.entry("there", new Slot.Directory(directory.resolve("there"))),
                        Map.entry(
                                "not-there-yet",
                                new Slot.Directory(directory.resolve("not/there/yet"))));
        assertThat(find().users()).containsEntry(new VolumeName("there"), List.of("a", "b"));
    }

    /** Whatever their order: two volumes would each hold what one directory holds. */
    @Test
    void aDirectoryWithinAnotherIsPartOfIt() throws IOException {
        compose(
                """
                services:
                  a: {image: a, volumes: ["./data/db/deep:/1", "./data-2:/2"]}
                  b: {image: a, volumes: ["./data:/1"]}
                  c: {image: a, volumes: ["./data/db:/1"]}
                """);
        assertThat(slots())
                .containsExactly(
                        Map.entry("data", new Slot.Directory(directory.resolve("data"))),
                        Map.entry("data-2", new Slot.Directory(directory.resolve("data-2"))));
        assertThat(find().users())
                .containsEntry(new VolumeName("data"), List.of("a", "b", "c"))
                .containsEntry(new VolumeName("data-2"), List.of("a"));
    }

    @ParameterizedTest
    @CsvSource({
        "./data/db, data-db",
        "./Data_1.x, Data_1.x",
        "./.hidden, hidden",
        "./_x, d_x",
        "./a b  c, a-b-c",
        "./データ, dir",
        "./9, 9",
    })
    void namesADirectoryAfterItsPath(String source, String name) throws IOException {
        compose("services: {a: {image: a, volumes: ['" + source + ":/1']}}");
        assertThat(slots()).containsOnlyKeys(name);
    }

    @Test
    void refusesDataInTheFolderOfARemoteFile() throws IOException {
        Path kept = RemoteBinds.directory(Map.of()).resolve("0123");
        compose("services: {a: {image: a, volumes: ['" + kept + "/conf:/1:ro']}}");
        assertThat(AppFinder.find(request(Map.of(), null)).warnings()).isEmpty();

        compose("services: {a: {image: a, volumes: ['" + kept + "/data:/1']}}");
        assertThatThrownBy(() -> AppFinder.find(request(Map.of(), null)))
                .isInstanceOf(ComposeException.class)
                .hasMessageContaining("writes to /1")
                .hasMessageContaining("named volume");
    }

    @Test
    void neverGivesOneNameToTwoVolumes() throws IOException {
        compose(
                """
                services:
                  a:
                    image: a
                    volumes:
                      [ "data:/1", "./data:/2", "./.data:/3", "./-data:/4", "./_x:/5", "./+_x:/6" ]
                volumes: {data: {}}
                """);
        assertThat(slots().keySet())
                .containsExactly("data", "data-dir", "data-dir-2", "data-dir-3", "d_x", "d_x-dir");
    }

    @Test
    void cutsNamesThatAreTooLong() throws IOException {
        compose("services: {a: {image: a, volumes: ['./" + "x".repeat(200) + ":/1']}}");
        assertThat(slots()).containsOnlyKeys("x".repeat(110));
    }

    @Test
    void keepsJournalsOfABareDirectoryInTheStateDirectory() throws IOException {
        compose("services: {a: {image: a}}");
        assertThat(journals(Map.of("XDG_STATE_HOME", "/state"), null))
                .hasToString("/state/kompox/apps/shop/operations");
        assertThat(journals(Map.of("HOME", "/home/ann"), null))
                .hasToString("/home/ann/.local/state/kompox/apps/shop/operations");
        assertThat(journals(Map.of("HOME", "/home/ann", "XDG_STATE_HOME", "not/absolute"), null))
                .hasToString("/home/ann/.local/state/kompox/apps/shop/operations");
    }

    @Test
    void keepsJournalsInTheProjectsOwnDirectory() throws IOException {
        compose("services: {a: {image: a}}");
        Path above = Files.createDirectories(directory.resolveSibling(".kompox"));
        assertThat(JournalRoot.of(request(Map.of(), null), find().project()))
                .isEqualTo(above.resolve("operations"));
        assertThat(JournalRoot.of(request(Map.of(), Path.of("/chosen")), find().project()))
                .hasToString("/chosen/operations");
    }

    private Path journals(Map<String, String> environment, @Nullable Path kompox) {
        return JournalRoot.of(request(environment, kompox), find().project());
    }

    private AppRequest request(Map<String, String> environment, @Nullable Path kompox) {
        return new AppRequest(LoadRequest.of(directory, environment), kompox, null);
    }

    private Workload find() {
        return Workloads.of(
                ProjectId.of("shop"),
                ComposeLoader.load(LoadRequest.of(directory, Map.of())).project());
    }

    private Map<String, Slot> slots() {
        Map<String, Slot> slots = new LinkedHashMap<>();
        find().slots().forEach((name, slot) -> slots.put(name.value(), slot));
        return slots;
    }

    private void compose(String text) throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), "name: shop\n" + text);
    }
}
