package dev.kompox.compose;

import java.nio.file.Path;

/**
 * Bring what {@code include} and {@code extends} name on other machines here (Compose
 * Specification, "include"). What a model says may then change from one day to the next, so nothing
 * is brought unless a {@link LoadRequest} says so.
 */
@FunctionalInterface
public interface RemoteFiles {

    /** Bring nothing. */
    RemoteFiles NONE =
            reference -> {
                throw new RemoteFileException(
                        "remote files are not read",
                        "Copy the file next to this one and name the copy.");
            };

    /**
     * Bring a file here.
     *
     * @param reference where it is, as the model says
     * @throws RemoteFileException if that is not possible or not wanted
     */
    Brought bring(String reference) throws RemoteFileException;

    /**
     * Where a file is now.
     *
     * @param root the directory that holds all that came with it
     * @param file the file
     * @param version what was brought, for people
     */
    record Brought(Path root, Path file, String version) {}
}
