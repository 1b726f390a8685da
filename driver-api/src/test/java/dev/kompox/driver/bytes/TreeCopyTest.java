package dev.kompox.driver.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Token;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeCopyTest {

    private final List<String> ran = new ArrayList<>();
    private String room = "room to 1000000 - ext4";
    private String left = "used to 4096";

    private final TreeCopy copy = new TreeCopy(this::answer, "the new disk");

    private void answer(String what, List<String> command, OutputStream out) {
        ran.add(String.join(" ", command).replace("/kompox/bin/", ""));
        String said =
                switch (ran.getLast()) {
                    case "measure copy from to" -> "used from 50000\n" + room + "\n";
                    case "measure used to" -> left + "\n";
                    case "copy-tree from to" -> "bytes 20000\nbytes 40000\n";
                    default -> throw new AssertionError(ran.getLast());
                };
        try {
            out.write(said.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteSize run() {
        return copy.run(
                "snapshot of db",
                "from",
                "to",
                Call.within(Duration.ofSeconds(10), new Token("op-1", "copy")));
    }

    @Test
    void tellsHowMuchItCopied() {
        assertThat(run()).isEqualTo(new ByteSize(50_000));
        assertThat(ran).containsExactly("measure copy from to", "copy-tree from to");
    }

    @Test
    void refusesWhatDoesNotFitBeforeAnythingIsWritten() {
        room = "room to 40000 - ext4";

        assertThatThrownBy(this::run)
                .isInstanceOf(DriverException.class)
                .hasMessage("snapshot of db needs 48.8 KiB, and the new disk has 39.1 KiB left")
                .extracting(e -> ((DriverException) e).category())
                .isInstanceOf(Category.Quota.class);
        assertThat(ran).doesNotContain("copy-tree from to");
    }

    @Test
    void countsAsFreeWhatABrokenCopyLeftThere() {
        room = "room to 40000 - ext4";
        left = "used to 20480";

        run();

        assertThat(ran).endsWith("copy-tree from to");
    }

    @Test
    void refusesNothingWhereCopiesMayShareBytes() {
        room = "room to 10 - xfs";

        run();

        assertThat(ran).endsWith("copy-tree from to");
    }
}
