package dev.kompox.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Judge an error as its reader does: one error, in words, with a last line that mends it. */
final class Clear {

    private static final List<String> NOISE =
            List.of("Exception", "\tat ", "java.", "null", "defect of its own", "Category");

    private Clear() {}

    /**
     * Assert that a run ended with a clear error.
     *
     * @param code the exit code
     * @param sentence what its first line says
     * @param remedy what its last line says
     */
    static void error(Result result, int code, String sentence, String remedy) {
        assertThat(result.code()).as(result.all()).isEqualTo(code);
        List<String> lines =
                result.err().lines().dropWhile(line -> !line.startsWith("error: ")).toList();
        assertThat(lines).as(result.all()).hasSizeBetween(2, 8);
        assertThat(lines.getFirst()).as(result.all()).contains(sentence);
        assertThat(lines.getLast()).as(result.all()).contains(remedy);
        assertThat(result.err().lines().filter(line -> line.startsWith("error: ")))
                .as(result.all())
                .hasSize(1);
        noNoise(result);
    }

    /** Assert that {@code doctor} tells a failure with the command that mends it. */
    static void finding(Result result, String level, String sentence, String remedy) {
        assertThat(result.code()).as(result.all()).isEqualTo(level.equals("fail") ? 1 : 0);
        List<String> lines = result.out().lines().toList();
        int line = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(level + "  ") && lines.get(i).contains(sentence)) {
                line = i;
            }
        }
        assertThat(line).as(result.all()).isBetween(0, lines.size() - 2);
        assertThat(lines.get(line + 1)).as(result.all()).startsWith("      ").contains(remedy);
        noNoise(result);
    }

    static void noNoise(Result result) {
        NOISE.forEach(noise -> assertThat(result.all()).doesNotContain(noise));
    }
}
