package dev.kompox.kubernetes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogReaderTest {

    private static final String TIME = "2026-01-02T03:04:05.123456789";

    @Test
    void aLineHasItsTimeAndItsText() throws IOException {
        LogLine line = read(TIME + "Z hello  world\n").getFirst();
        assertThat(line.time()).isEqualTo(Instant.parse(TIME + "Z"));
        assertThat(line.timed()).isTrue();
        assertThat(text(line, false)).isEqualTo("hello  world\n");
        assertThat(text(line, true)).isEqualTo(TIME + "Z hello  world\n");
    }

    @Test
    void aTimeOfAnotherZoneIsUnderstood() throws IOException {
        LogLine line = read(TIME + "+02:00 x\n").getFirst();
        assertThat(line.time()).isEqualTo(Instant.parse("2026-01-02T01:04:05.123456789Z"));
    }

    @Test
    void anEmptyLineIsALine() throws IOException {
        assertThat(texts(read(TIME + "Z \n" + TIME + "Z b\n"))).containsExactly("\n", "b\n");
    }

    @Test
    void whatHasNoTimeIsTheClustersOwn() throws IOException {
        LogLine line = read("unable to retrieve container logs\n").getFirst();
        assertThat(line.timed()).isFalse();
        assertThat(text(line, false)).isEqualTo("unable to retrieve container logs\n");
    }

    @Test
    void anEndWithoutALineBreakIsTold() throws IOException {
        List<LogLine> lines = read(TIME + "Z a\n" + TIME + "Z b");
        assertThat(lines).extracting(LogLine::whole).containsExactly(true, false);
        assertThat(texts(lines)).containsExactly("a\n", "b\n");
    }

    @Test
    void aLineThatIsTooLongIsCutAndLosesNothing() throws IOException {
        int stamp = TIME.length() + 2;
        for (int length :
                List.of(
                        LogReader.MOST - stamp - 1,
                        LogReader.MOST - stamp,
                        LogReader.MOST - stamp + 1,
                        3 * LogReader.MOST)) {
            String text = "x".repeat(length);
            List<LogLine> lines = read(TIME + "Z " + text + "\n" + TIME + "Z after\n");
            List<String> texts = texts(lines);
            assertThat(texts.getLast()).isEqualTo("after\n");
            assertThat(String.join("", texts.subList(0, texts.size() - 1)).replace("\n", ""))
                    .isEqualTo(text);
            assertThat(texts).noneMatch(String::isBlank);
            assertThat(lines).allMatch(LogLine::timed).allMatch(LogLine::whole);
        }
    }

    @Test
    void bytesAreLeftAsTheyAre() throws IOException {
        byte[] bytes = (TIME + "Z ?\n").getBytes(StandardCharsets.ISO_8859_1);
        bytes[bytes.length - 2] = (byte) 0xff;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LogReader reader = new LogReader(new ByteArrayInputStream(bytes))) {
            LogLine line = reader.next();
            assertThat(line).isNotNull();
            if (line != null) {
                line.write(out, false);
            }
        }
        assertThat(out.toByteArray()).containsExactly(0xff, '\n');
    }

    private static List<LogLine> read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<LogLine> lines = new ArrayList<>();
        try (LogReader reader = new LogReader(new ByteArrayInputStream(bytes))) {
            for (LogLine line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> texts(List<LogLine> lines) throws IOException {
        List<String> texts = new ArrayList<>();
        for (LogLine line : lines) {
            texts.add(text(line, false));
        }
        return texts;
    }

    private static String text(LogLine line, boolean timestamps) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line.write(out, timestamps);
        return out.toString(StandardCharsets.UTF_8);
    }
}
