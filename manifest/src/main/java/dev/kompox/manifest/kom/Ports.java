package dev.kompox.manifest.kom;

/** Check numbers of ports. */
final class Ports {

    private static final int HIGHEST = 65535;

    private Ports() {}

    static void check(int port) {
        if (port < 1 || port > HIGHEST) {
            throw new IllegalArgumentException(
                    "port %d is not between 1 and 65535".formatted(port));
        }
    }
}
