package dev.kompox.manifest.kom;

/**
 * Name a port.
 *
 * @param protocol its protocol
 * @param port its number, 1 to 65535
 */
public record PolicyPort(Protocol protocol, int port) {

    /** Name a protocol. */
    public enum Protocol {
        /** TCP. */
        TCP,
        /** UDP. */
        UDP,
        /** SCTP. */
        SCTP;

        /**
         * Read a protocol.
         *
         * @throws IllegalArgumentException with a sentence for people when there is none
         */
        public static Protocol parse(String text) {
            return Words.find("protocol", text, values(), Protocol::name);
        }
    }

    /** Check the number. */
    public PolicyPort {
        Ports.check(port);
    }
}
