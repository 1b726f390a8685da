package dev.kompox.operations.step;

import dev.kompox.driver.disk.DiskName;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.disk.Source;
import dev.kompox.driver.disk.VolumeName;
import dev.kompox.driver.snapshot.SnapshotName;
import dev.kompox.driver.snapshot.SnapshotRef;
import dev.kompox.manifest.id.AppId;

/**
 * Write a disk's source as text and read it back: {@code blank}, {@code disk:VOLUME/NAME}, {@code
 * snapshot:VOLUME@NAME}, {@code native:ID}.
 */
public final class SourceText {

    private SourceText() {}

    /** Return the text. */
    public static String of(Source source) {
        return switch (source) {
            case Source.Blank _ -> "blank";
            case Source.OfDisk(DiskRef disk) -> "disk:" + disk;
            case Source.OfSnapshot(SnapshotRef snapshot) -> "snapshot:" + snapshot;
            case Source.Native(String id) -> "native:" + id;
        };
    }

    /** Continue a sentence: {@code ", empty"} or {@code " from restore point monday"}. */
    public static String say(String text) {
        String rest = text.substring(text.indexOf(':') + 1);
        return switch (text.substring(0, text.length() - rest.length())) {
            case "disk:" -> " from disk " + rest;
            case "snapshot:" -> " from restore point " + rest.substring(rest.lastIndexOf('@') + 1);
            case "native:" -> " from volume " + rest;
            default -> ", empty";
        };
    }

    /**
     * Read the text of a source of an app.
     *
     * @throws IllegalArgumentException if it has none of the forms
     */
    public static Source parse(AppId app, String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        int split = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('@'));
        return switch (kind) {
            case "blank" -> new Source.Blank();
            case "native" -> new Source.Native(rest);
            case "disk" ->
                    new Source.OfDisk(
                            new DiskRef(
                                    app,
                                    new VolumeName(rest.substring(0, split)),
                                    new DiskName(rest.substring(split + 1))));
            case "snapshot" ->
                    new Source.OfSnapshot(
                            new SnapshotRef(
                                    app,
                                    new VolumeName(rest.substring(0, split)),
                                    new SnapshotName(rest.substring(split + 1))));
            default ->
                    throw new IllegalArgumentException("\"" + text + "\" is no source of a disk");
        };
    }
}
