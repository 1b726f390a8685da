package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records what docker compose makes of the small cases: first {@code -Drecord=v2} with version
 * 2.40.3, then {@code -Drecord=v5} with version 5, both named by {@code -Ddocker.compose=PROGRAM}.
 */
class SmallCaseRecorder {

    @TempDir Path parent;

    @Test
    @EnabledIfSystemProperty(named = "record", matches = "v2|v5")
    void records() throws IOException {
        String version = System.getProperty("record", "v2");
        assertThat(DockerCompose.isVersion2()).isEqualTo(version.equals("v2"));
        for (String topic : SmallCase.topics()) {
            Map<String, @Nullable String> answers = new LinkedHashMap<>();
            int number = 0;
            for (SmallCase small : SmallCase.of(topic)) {
                Path own = Files.createDirectories(parent.resolve(topic + number++));
                String answer = small.asked(small.layOut(own), own);
                String line = answer == null ? null : Json.line(answer);
                if (version.equals("v2") || !same(line, small.recorded("v2"))) {
                    answers.put(small.name(), line);
                }
            }
            StringBuilder text = new StringBuilder();
            answers.forEach((name, line) -> text.append(SmallCase.line(name, line)));
            Path file = SmallCase.FOLDER.resolve(topic + "." + version);
            if (text.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, text);
            }
        }
    }

    private static boolean same(@Nullable String now, @Nullable String before) {
        return Verdicts.ofEither(now, before).differences().isEmpty();
    }
}
