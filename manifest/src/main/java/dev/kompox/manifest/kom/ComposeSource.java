package dev.kompox.manifest.kom;

import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;

/** Say where an app's Compose model comes from. */
public sealed interface ComposeSource {

    /** Give the place where it was written. */
    Location location();

    /**
     * Name a Compose file.
     *
     * @param path the path from the document's directory; never absolute, never through {@code ..}
     * @param location where it was written
     */
    record File(String path, Location location) implements ComposeSource {

        /** What a document writes before the path. */
        public static final String PREFIX = "file:";

        /** Check the path. */
        public File {
            RelativePath.check(path);
        }
    }

    /**
     * Hold a Compose file's text, written into the document. It may hold secrets.
     *
     * @param yaml the text
     * @param location where it was written
     */
    record Text(String yaml, Location location) implements ComposeSource {

        /** Refuse a text without content. */
        public Text {
            if (yaml.isBlank()) {
                throw new IllegalArgumentException("the Compose file is empty");
            }
        }

        /** Show the place only. */
        @Override
        public String toString() {
            return "Text[" + location + "]";
        }
    }

    /**
     * Hold a Compose model, written into the document as YAML. It may hold secrets.
     *
     * @param model the model
     */
    record Model(MappingNode model) implements ComposeSource {

        /** Refuse a model without content. */
        public Model {
            if (model.isEmpty()) {
                throw new IllegalArgumentException("the Compose file is empty");
            }
        }

        @Override
        public Location location() {
            return model.location();
        }

        /** Show the place only. */
        @Override
        public String toString() {
            return "Model[" + model.location() + "]";
        }
    }
}
