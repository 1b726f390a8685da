package dev.kompox.driver.kit;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static dev.kompox.driver.kit.DriverFixture.LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.Bytes;
import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.bytes.Program;
import dev.kompox.driver.bytes.Program.Care;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.call.Fanout;
import dev.kompox.driver.disk.DiskRef;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Check the two programs that move a tree from helper to helper, and the one that measures. */
public abstract class TransferContractTest extends Contract {

    private Bytes bytes() {
        return facet(driver().bytes());
    }

    /** Send a tree, and return what the receiver reported. */
    private String send(DiskRef from, DiskRef to, Care care) throws Exception {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        try (HelperSession sender = bytes().open(List.of(Mount.reading("a", from)), call("s"));
                HelperSession receiver = bytes().open(List.of(Mount.writing("b", to)), call("r"));
                PipedInputStream forward = new PipedInputStream(1 << 16);
                PipedOutputStream sent = new PipedOutputStream(forward);
                PipedInputStream back = new PipedInputStream(1 << 16);
                PipedOutputStream asked = new PipedOutputStream(back)) {
            Program send = new Program.SendTree("a");
            Program receive = new Program.ReceiveTree("b", care, care == Care.LIVE);
            OutputStream ignored = OutputStream.nullOutputStream();
            List<Integer> codes =
                    Fanout.all(
                            List.of(
                                    () -> run(sender, send, back, sent, ignored),
                                    () -> run(receiver, receive, forward, asked, report)));
            assertThat(codes).as(report.toString(StandardCharsets.UTF_8)).containsExactly(0, 0);
        }
        return report.toString(StandardCharsets.UTF_8);
    }

    private int run(
            HelperSession session,
            Program program,
            InputStream in,
            OutputStream out,
            OutputStream err)
            throws Exception {
        try (out) {
            return session.run(program, new Streams.Piped(in, out, err), call("run"));
        }
    }

    private String output(DiskRef disk, Program program) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HelperSession session =
                bytes().open(List.of(Mount.reading("a", disk)), call("helper"))) {
            Streams streams = Streams.Piped.to(out, OutputStream.nullOutputStream());
            assertThat(session.run(program, streams, call("run"))).isZero();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private String manifest(DiskRef disk) {
        return output(disk, new Program.Manifest("a", true));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReceivedEqualsWhatWasSent(Care care) throws Exception {
        DiskRef data = written(DATA, "text");
        DiskRef copy = blank(DATA, "copy").ref();

        String report = send(data, copy, care);

        assertThat(manifest(copy)).isEqualTo(manifest(data));
        assertThat(report)
                .containsPattern("(?m)^literal \\d+$")
                .containsPattern("(?m)^total \\d+$");
    }

    @Test
    void whatTheSenderDoesNotHaveGoes() throws Exception {
        DiskRef data = written(DATA, "text");
        DiskRef logs = written(LOGS, "other");
        place.write(LOGS, "surplus", "surplus");

        send(data, logs, Care.AT_REST);

        assertThat(file(LOGS)).contains("text");
        assertThat(place.read(LOGS, "surplus")).isEmpty();
        assertThat(manifest(logs)).isEqualTo(manifest(data));
    }

    @Test
    void whatIsEqualIsNotMovedAgain() throws Exception {
        place.write(DATA, "file", "x".repeat(300_000));
        DiskRef data = assigned(DATA).ref();
        DiskRef copy = blank(DATA, "copy").ref();

        String first = send(data, copy, Care.AT_REST);
        String second = send(data, copy, Care.AT_REST);

        assertThat(first).contains("literal 300000");
        assertThat(second).contains("literal 0");
    }

    /** Writing twice within one second, in equal size, must not pass for the same. */
    @Test
    void aChangeWithinTheSameSecondIsSeen() throws Exception {
        DiskRef data = written(DATA, "text");
        DiskRef copy = blank(DATA, "copy").ref();
        send(data, copy, Care.LIVE);

        place.write(DATA, "file", "tent");
        send(data, copy, Care.AT_REST);

        assertThat(manifest(copy)).isEqualTo(manifest(data));
    }

    @Test
    void measuringTellsWhatIsUsedAndWhatIsLeft() {
        place.write(DATA, "file", "x".repeat(300_000));

        String[] words =
                output(assigned(DATA).ref(), new Program.Measure("a")).strip().split("\\s+", -1);

        assertThat(words).hasSize(8);
        assertThat(List.of(words[0], words[1], words[3], words[4]))
                .containsExactly("used", "a", "room", "a");
        assertThat(Long.parseLong(words[2])).isBetween(300_000L, 3_000_000L);
        assertThat(Long.parseLong(words[5])).isPositive();
    }
}
