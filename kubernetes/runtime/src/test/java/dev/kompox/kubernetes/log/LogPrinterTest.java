package dev.kompox.kubernetes.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.failure.DriverException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogPrinterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void namesAreAsWideAsTheWidest() {
        LogPrinter printer = new LogPrinter(out, List.of("db", "proxy"), false, false);
        printer.line("db", line("a"));
        printer.line("proxy", line("b"));
        printer.flush();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("db     | a\nproxy  | b\n");
    }

    @Test
    void aNameHasOneColourWhichEndsBeforeTheLine() {
        LogPrinter printer = new LogPrinter(out, List.of("db", "db", "web"), false, true);
        printer.line("web", line("a"));
        printer.line("db", line("b"));
        printer.flush();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\u001b[33mweb  | \u001b[0ma\n\u001b[36mdb   | \u001b[0mb\n");
    }

    @Test
    void anOutputThatBreaksIsToldWithItsReason() {
        OutputStream broken =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        LogPrinter printer = new LogPrinter(broken, List.of("db"), false, false);
        printer.line("db", line("a"));
        assertThatThrownBy(printer::flush)
                .isInstanceOf(DriverException.class)
                .hasMessageContaining("Broken pipe");
    }

    private static LogLine line(String text) {
        byte[] bytes = ("T " + text).getBytes(StandardCharsets.UTF_8);
        return new LogLine(bytes, 2, Instant.EPOCH, true, true);
    }
}
