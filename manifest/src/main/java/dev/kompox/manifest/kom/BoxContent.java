package dev.kompox.manifest.kom;

import java.util.List;

/** Say what runs in a box. */
public sealed interface BoxContent {

    /**
     * Run an image of its own.
     *
     * @param image the image
     * @param command what replaces its entry point; empty to keep it
     * @param args what replaces its arguments; empty to keep them
     */
    record Image(String image, List<String> command, List<String> args) implements BoxContent {

        /** Check the image. */
        public Image {
            if (image.isBlank()) {
                throw new IllegalArgumentException("the image is empty");
            }
            command = List.copyOf(command);
            args = List.copyOf(args);
        }
    }

    /** Run services of the app's Compose file. */
    record Services() implements BoxContent {}
}
