package dev.kompox.transfer.move;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/** What a receiving end says: how far it is, as it goes; the rest is kept for its end. */
final class ReceiverReport extends OutputStream {

    private static final String DONE = "done ";

    private final LongConsumer done;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder kept = new StringBuilder();

    ReceiverReport(LongConsumer done) {
        this.done = done;
    }

    @Override
    public synchronized void write(int b) {
        if (b != '\n') {
            line.write(b);
            return;
        }
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.matches(DONE + "\\d{1,18}")) {
            done.accept(Long.parseLong(text.substring(DONE.length())));
        } else {
            kept.append(text).append('\n');
        }
    }

    /** Return the number that stands after a word, 0 if it was not said. */
    synchronized long number(String word) {
        return kept.toString()
                .lines()
                .filter(text -> text.startsWith(word + " "))
                .mapToLong(text -> Long.parseLong(text.substring(word.length() + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    /** Return what it said, without how far it was. */
    synchronized String text() {
        return (kept + line.toString(StandardCharsets.UTF_8)).strip();
    }
}
