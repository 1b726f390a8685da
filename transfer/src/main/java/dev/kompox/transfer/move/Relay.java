package dev.kompox.transfer.move;

import dev.kompox.driver.bytes.Program;
import dev.kompox.driver.bytes.Program.Care;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Fanout;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * From a helper at one place through this machine to a helper at the other. Works wherever both
 * places can be reached; the two need not reach each other.
 */
public final class Relay implements Transport {

    private static final int NO_SPACE = 28;
    private static final int NO_QUOTA = 122;
    private static final int VANISHED = 24;

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public Moved move(
            End from, End to, Program.ReceiveTree receiver, Call call, LongConsumer done) {
        Instant begun = call.time().now();
        Pipe forward = new Pipe();
        Pipe back = new Pipe();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ReceiverReport received = new ReceiverReport(done);
        List<Integer> codes =
                Fanout.all(
                        List.of(
                                () ->
                                        run(
                                                from,
                                                new Program.SendTree(from.at()),
                                                back.source(),
                                                forward.sink(),
                                                sent,
                                                call),
                                () ->
                                        run(
                                                to,
                                                receiver,
                                                forward.source(),
                                                back.sink(),
                                                received,
                                                call)));

        expectSuccess(codes.get(0), codes.get(1), to.label(), receiver.care(), sent, received);
        Duration took = Duration.between(begun, call.time().now());
        long bytes = forward.passed() + back.passed();
        return new Moved(
                bytes,
                received.number("literal"),
                received.number("changed"),
                received.number("total"),
                took);
    }

    /** Run one end; when it is over, however it ends, the other end learns of it. */
    private static int run(
            End end, Program program, InputStream in, OutputStream out, OutputStream err, Call call)
            throws IOException {
        try (in;
                out) {
            return end.session().run(program, new Streams.Piped(in, out, err), call);
        }
    }

    private static void expectSuccess(
            int sender,
            int receiver,
            String label,
            Care care,
            ByteArrayOutputStream sent,
            ReceiverReport received) {
        if (receiver == NO_SPACE || receiver == NO_QUOTA) {
            throw new DriverException(
                    new Category.Quota("space at the target", null, null),
                    "there is no room for " + label + " at the target",
                    "Make room there, or give its disk more, then go on");
        }
        boolean vanished = care == Care.LIVE && sender == VANISHED;
        if (receiver != 0 || (sender != 0 && !vanished)) {
            String said = (received.text() + "\n" + text(sent)).strip();
            throw new DriverException(
                    new Category.Transient(),
                    "copying "
                            + label
                            + " broke off (sender "
                            + sender
                            + ", receiver "
                            + receiver
                            + ")"
                            + (said.isEmpty() ? "" : ": " + said),
                    "kompox doctor");
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }
}
