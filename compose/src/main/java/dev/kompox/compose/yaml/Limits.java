package dev.kompox.compose.yaml;

/**
 * Bound what a document may cost, so that hostile input cannot use up memory or time.
 *
 * @param bytes the largest source in bytes, and the most characters once every alias is written out
 * @param depth the deepest nesting of mappings and sequences
 * @param nodes the most nodes a source may have once every alias is written out
 */
public record Limits(int bytes, int depth, int nodes) {

    /** 2 MiB, 200 levels, 150,000 nodes: some thirty times what large real files need. */
    public static final Limits DEFAULT = new Limits(2 * 1024 * 1024, 200, 150_000);

    /** Check that every limit is positive. */
    public Limits {
        if (bytes < 1 || depth < 1 || nodes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
