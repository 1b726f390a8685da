package dev.kompox.transfer.move;

import java.time.Duration;

/**
 * Report what one round moved.
 *
 * @param wire bytes that went over the wire, protocol included
 * @param literal bytes of content that had to be moved
 * @param changed bytes of content of the files that differed
 * @param total bytes of content in all
 * @param took how long it took
 */
public record Moved(long wire, long literal, long changed, long total, Duration took) {

    /** Nothing, in no time. */
    public static final Moved NOTHING = new Moved(0, 0, 0, 0, Duration.ZERO);

    /** Return both together, as when they were moved side by side. */
    public Moved and(Moved other) {
        return new Moved(
                wire + other.wire,
                literal + other.literal,
                changed + other.changed,
                total + other.total,
                took.compareTo(other.took) < 0 ? other.took : took);
    }

    /** Tell whether most of what the files hold that differed had to be moved. */
    boolean mostlyNew() {
        return literal > changed / 2;
    }
}
