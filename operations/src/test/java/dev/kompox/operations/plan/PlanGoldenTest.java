package dev.kompox.operations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.engine.PlanCodec;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compare the whole text of plans; {@code -Dupdate.golden} writes it anew. */
class PlanGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/plans");

    static List<PlanCases.Case> cases() {
        return PlanCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void plansToTheLetter(PlanCases.Case one) throws IOException {
        Path folder = FOLDER.resolve(one.name());
        String text = PlanText.of(one.plan().get());
        if (System.getProperty("update.golden") != null) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("case.md"), one.shows() + "\n");
            Files.writeString(folder.resolve("out-plan.txt"), text);
        }
        assertThat(text).isEqualTo(Files.readString(folder.resolve("out-plan.txt")));
        assertThat(one.shows() + "\n").isEqualTo(Files.readString(folder.resolve("case.md")));
    }

    @Test
    void keepsNoGoldenFileWithoutItsCase() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            cases().stream().map(PlanCases.Case::name).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheSamePlanForTheSameObservation(PlanCases.Case one) {
        assertThat(PlanCodec.hash(one.plan().get())).isEqualTo(PlanCodec.hash(one.plan().get()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void survivesTheJournal(PlanCases.Case one) {
        Plan plan = one.plan().get();
        String json = Json.write(PlanCodec.encode(plan).map());
        Plan read = PlanCodec.decode(Fields.from(Json.read(json)));
        assertThat(read).isEqualTo(plan);
        assertThat(PlanCodec.hash(read)).isEqualTo(PlanCodec.hash(plan));
    }
}
