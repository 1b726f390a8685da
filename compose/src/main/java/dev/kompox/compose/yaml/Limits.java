package dev.kompox.compose.yaml;

/**
 * Bound what a document may cost, so that hostile input cannot use up memory or time.
 *
 * @param bytes the largest source in bytes
 * @param depth the deepest nesting of mappings and sequences
 * @param nodes the most nodes a source may have once every alias is written out
 */
public record Limits(int bytes, int depth, int nodes) {

    /** 10 MiB, 200 levels, 500,000 nodes: some hundred times what real files need. */
    public static final Limits DEFAULT = new Limits(10 * 1024 * 1024, 200, 500_000);

    /** Check that every limit is positive. */
    public Limits {
        if (bytes < 1 || depth < 1 || nodes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
