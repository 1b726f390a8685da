package dev.kompox.driver.attachment;

/**
 * Name somebody who holds a disk.
 *
 * @param kind what it is, e.g. {@code container}, {@code pod}, {@code instance}
 * @param id the provider's id
 * @param name the name for people
 * @param ofApp whether it belongs to the disk's own app
 * @param writes whether it may write
 * @param running whether it runs now; one that does not still blocks deletion
 */
public record Holder(
        String kind, String id, String name, boolean ofApp, boolean writes, boolean running) {

    /** Return {@code kind name}, the form shown to people. */
    @Override
    public String toString() {
        return kind + " " + name;
    }
}
