package dev.kompox.manifest.load;

/**
 * Name the levels at which KOM documents may be said to lie; the first that says something wins.
 */
public enum Level {
    /** The command line. */
    OPTION("--kom-path"),
    /** The environment. */
    VARIABLE("KOMPOX_KOM_PATH"),
    /** The app's own documents. */
    DEFAULTS("Defaults.spec.komPath"),
    /** The project's configuration. */
    CONFIGURATION("komPath of config.yml"),
    /** The project's directory of documents. */
    DIRECTORY("the directory kom");

    private final String text;

    Level(String text) {
        this.text = text;
    }

    /** Give the name for people. */
    @Override
    public String toString() {
        return text;
    }
}
