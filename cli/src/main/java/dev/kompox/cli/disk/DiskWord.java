package dev.kompox.cli.disk;

import dev.kompox.cli.command.UsageException;
import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.VolumeName;
import java.util.Locale;

/**
 * Point at a disk as typed: {@code VOLUME/NAME}.
 *
 * @param volume the volume
 * @param name the disk
 */
record DiskWord(VolumeName volume, DiskName name) {

    /**
     * Read what was typed.
     *
     * @throws UsageException if it is not {@code VOLUME/NAME}
     */
    static DiskWord of(String typed) {
        int slash = typed.indexOf('/');
        if (slash < 0) {
            throw new UsageException(
                    "a disk is written VOLUME/NAME, not \"" + typed + "\"",
                    "",
                    "Name one that is there, see: kompox disk list");
        }
        try {
            return new DiskWord(
                    new VolumeName(typed.substring(0, slash)),
                    new DiskName(typed.substring(slash + 1)));
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    /** Read the name of a volume. */
    static VolumeName volume(String typed) {
        try {
            return new VolumeName(typed);
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    /** Read a size: bytes, or a number with {@code K M G T}, optionally followed by {@code i}. */
    static long bytes(String typed) {
        String text = typed.toUpperCase(Locale.ROOT).replace("IB", "").replace("I", "");
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        String unit = text.substring(digits).replace("B", "");
        int power = unit.isEmpty() ? 0 : "KMGT".indexOf(unit) + 1;
        if (digits == 0 || digits > 12 || unit.length() > 1 || (!unit.isEmpty() && power == 0)) {
            throw new UsageException(
                    "\"" + typed + "\" is no size", "", "Write it like 20GiB or 500MiB");
        }
        return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), 1L << (10 * power));
    }

    private static UsageException invalid(IllegalArgumentException e) {
        return new UsageException(String.valueOf(e.getMessage()), "", "kompox disk list");
    }
}
