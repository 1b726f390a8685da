package dev.kompox.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Lay rows out in aligned columns, two spaces apart, without trailing spaces. */
public final class Table {

    private static final int GAP = 2;

    private final List<List<String>> rows = new ArrayList<>();

    /** Begin a table with its heads. */
    public Table(String... heads) {
        rows.add(List.of(heads));
    }

    private Table(boolean headless) {
        if (!headless) {
            throw new IllegalArgumentException("a table without heads is made by plain()");
        }
    }

    /** Begin a table without heads. */
    public static Table plain() {
        return new Table(true);
    }

    /** Add a row; missing cells at its end stay empty. */
    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** Add a row. */
    public Table row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Return the lines, none wider than {@code width} if cutting the last column allows it. */
    public List<String> lines(int width) {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(Width.pad(row.get(i), widths[i] + GAP));
            }
            lines.add(Width.cut(line.toString().stripTrailing(), width));
        }
        return lines;
    }

    private int[] widths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Width.of(row.get(i)));
            }
        }
        return widths;
    }
}
