package dev.kompox.driver.docker.compose;

import org.jspecify.annotations.Nullable;

/** Tell whether a docker compose has everything the driver uses, among it {@code include}. */
public final class ComposeVersion {

    /** How people get one that has. */
    public static final String INSTALL =
            "Install the plugin: https://docs.docker.com/compose/install/linux/";

    private static final int MAJOR = 2;
    private static final int MINOR = 20;

    private ComposeVersion() {}

    /**
     * Say what is wrong with a version such as {@code 2.40.3}, {@code v5.0.0} or {@code
     * 2.20.2+ds1}; null if nothing is.
     */
    public static @Nullable String complaint(String version) {
        return newEnough(version)
                ? null
                : "docker compose "
                        + version
                        + " is too old; "
                        + MAJOR
                        + "."
                        + MINOR
                        + " or newer is needed";
    }

    private static boolean newEnough(String version) {
        String[] parts = version.replaceFirst("^v", "").split("[.+-]", 3);
        try {
            int major = Integer.parseInt(parts[0]);
            int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            return major > MAJOR || (major == MAJOR && minor >= MINOR);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
