package dev.kompox.manifest.kom;

/** Say what a volume is on. */
public enum VolumeType {
    /** A disk that one machine at a time writes to. */
    DISK("disk"),
    /** Files that several machines share. */
    FILES("files");

    private final String text;

    VolumeType(String text) {
        this.text = text;
    }

    /** Give the type as documents write it. */
    public String text() {
        return text;
    }

    /**
     * Read a type.
     *
     * @throws IllegalArgumentException with a sentence for people when there is none
     */
    public static VolumeType parse(String text) {
        return Words.find("volume type", text, values(), VolumeType::text);
    }
}
