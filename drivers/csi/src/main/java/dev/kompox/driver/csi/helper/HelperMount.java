package dev.kompox.driver.csi.helper;

/**
 * A claim mounted into a helper at {@code /mnt/AT}.
 *
 * @param at the name below {@code /mnt}
 * @param claim the claim's name
 * @param directory the directory of the volume; empty for all of it
 * @param readOnly whether writes are refused
 */
public record HelperMount(String at, String claim, String directory, boolean readOnly) {

    /** The directory of a volume that holds a disk's bytes. */
    public static final String DATA = "data";

    /** The whole of a volume. */
    public static final String ALL = "";
}
