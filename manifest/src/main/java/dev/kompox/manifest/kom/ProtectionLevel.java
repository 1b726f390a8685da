package dev.kompox.manifest.kom;

/** Say which changes are refused, also under {@code --force}. */
public enum ProtectionLevel {
    /** None. */
    NONE("none"),
    /** Removing it. */
    CANNOT_DELETE("cannotDelete"),
    /** Changing or removing it; making it is allowed. */
    READ_ONLY("readOnly");

    private final String text;

    ProtectionLevel(String text) {
        this.text = text;
    }

    /** Give the level as documents write it. */
    public String text() {
        return text;
    }

    /**
     * Read a level.
     *
     * @throws IllegalArgumentException with a sentence for people when there is none
     */
    public static ProtectionLevel parse(String text) {
        return Words.find("protection level", text, values(), ProtectionLevel::text);
    }

    /** Say whether something that is there may be changed. */
    public boolean allowsChange() {
        return this != READ_ONLY;
    }

    /** Say whether something that is there may be removed. */
    public boolean allowsRemoval() {
        return this == NONE;
    }
}
