package dev.kompox.compose.yaml;

import java.util.Comparator;

/**
 * Point at one character of a source.
 *
 * @param file the source's name as people know it, such as {@code compose.yaml} or {@code -}
 * @param line the line, counted from 1
 * @param column the column in characters, counted from 1
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

    private static final Comparator<Location> ORDER =
            Comparator.comparing(Location::file)
                    .thenComparingInt(Location::line)
                    .thenComparingInt(Location::column);

    /** Check that line and column count from 1. */
    public Location {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1");
        }
    }

    /** Compare by file, then line, then column. */
    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /** Give {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
