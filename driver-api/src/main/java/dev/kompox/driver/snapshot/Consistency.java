package dev.kompox.driver.snapshot;

/**
 * Say what a snapshot of several disks promises, best first.
 *
 * <p>What an app finds after a restore: {@link #STOPPED} a clean shutdown; {@link #FROZEN_GROUP}
 * and {@link #CRASH_GROUP} a power cut at one instant; {@link #CRASH_EACH} a power cut at a
 * different instant on each disk, which an app that spans disks may not survive.
 */
public enum Consistency {
    /** Every writer had stopped cleanly. */
    STOPPED("stopped"),
    /** Every writer was frozen, all disks at one instant. */
    FROZEN_GROUP("frozen"),
    /** Writers ran on, but the provider took all disks at one instant. */
    CRASH_GROUP("crash-group"),
    /** Writers ran on and each disk was taken at an instant of its own. */
    CRASH_EACH("crash-each");

    private final String word;

    Consistency(String word) {
        this.word = word;
    }

    /** Return the word shown to people and kept in tags. */
    public String word() {
        return word;
    }

    /**
     * Find the consistency of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Consistency ofWord(String word) {
        for (Consistency consistency : values()) {
            if (consistency.word.equals(word)) {
                return consistency;
            }
        }
        throw new IllegalArgumentException("no consistency is called \"" + word + "\"");
    }
}
