package dev.kompox.operations.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Hold what can still be read of a damaged journal.
 *
 * @param header its header
 * @param parts the other records that are sound, in order, with the gaps between them
 */
public record Salvage(JournalRecord.Header header, List<Part> parts) {

    /** Copies the parts. */
    public Salvage {
        parts = List.copyOf(parts);
    }

    /** A sound record, or a gap. */
    public sealed interface Part {

        /** A record that is sound. */
        record Sound(JournalRecord record) implements Part {}

        /**
         * Records that are lost.
         *
         * @param records how many
         */
        record Gap(int records) implements Part {}
    }

    /** Return how many records are lost. */
    public int lost() {
        return parts.stream()
                .mapToInt(part -> part instanceof Part.Gap(int records) ? records : 0)
                .sum();
    }

    /** Return the sound records after the header. */
    public List<JournalRecord> sound() {
        List<JournalRecord> sound = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Sound(JournalRecord record)) {
                sound.add(record);
            }
        }
        return sound;
    }

    /**
     * Read the lines of a journal's text; a last line without an end is what a crash tore.
     *
     * @throws IllegalArgumentException if its header cannot be read
     */
    static Salvage of(String text) {
        String whole = text.substring(0, Math.max(0, text.lastIndexOf('\n')));
        List<String> lines = List.of(whole.split("\n", -1));
        if (!(JournalLine.read(0, lines.getFirst()) instanceof JournalRecord.Header header)) {
            throw new IllegalArgumentException("the journal does not begin with its header");
        }
        List<Part> parts = new ArrayList<>();
        int next = 1;
        int unreadable = 0;
        for (String line : lines.subList(1, lines.size())) {
            int seq = JournalLine.sound(line);
            if (seq < next) {
                unreadable++;
                continue;
            }
            int lost = Math.max(unreadable, seq - next);
            if (lost > 0) {
                parts.add(new Part.Gap(lost));
            }
            parts.add(new Part.Sound(JournalLine.read(seq, line)));
            next = seq + 1;
            unreadable = 0;
        }
        if (unreadable > 0) {
            parts.add(new Part.Gap(unreadable));
        }
        return new Salvage(header, parts);
    }
}
