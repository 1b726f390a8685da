package dev.kompox.compose.canonical;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Read the short form of a published port, {@code [IP:][HOST:]CONTAINER[/PROTOCOL]}, with ranges.
 *
 * @param hostIp the host address, or empty
 * @param hostFrom the first host port, or -1 when the engine picks one
 * @param hostTo the last host port, or -1
 * @param from the first container port
 * @param to the last container port
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 */
record PortSyntax(String hostIp, int hostFrom, int hostTo, int from, int to, String protocol) {

    /**
     * Read a short form.
     *
     * @throws IllegalArgumentException with the reason when it is not well-formed
     */
    static PortSyntax parse(String spec) {
        List<String> parts = Arrays.asList(spec.split(":", -1));
        int n = parts.size();
        String container = parts.get(n - 1);
        String host = n > 1 ? parts.get(n - 2) : "";
        String ip = n > 2 ? String.join(":", parts.subList(0, n - 2)) : "";
        boolean bracketed = ip.startsWith("[") && ip.endsWith("]");
        if (bracketed) {
            ip = ip.substring(1, ip.length() - 1);
        }
        if (!ip.isEmpty() && !IpAddress.isValid(ip)) {
            throw new IllegalArgumentException("has an invalid IP address");
        }
        int slash = container.indexOf('/');
        String protocol = slash < 0 ? "tcp" : container.substring(slash + 1);
        protocol = protocol.isEmpty() ? "tcp" : protocol.toLowerCase(Locale.ROOT);
        String ports = slash < 0 ? container : container.substring(0, slash);
        if (ports.isEmpty()) {
            throw new IllegalArgumentException("names no container port");
        }
        int[] inside = range(ports);
        int[] outside = host.isEmpty() ? new int[] {-1, -1} : range(host);
        boolean several = inside[1] != inside[0];
        if (!host.isEmpty() && several && inside[1] - inside[0] != outside[1] - outside[0]) {
            throw new IllegalArgumentException("has ranges of different length");
        }
        if (!List.of("tcp", "udp", "sctp").contains(protocol)) {
            throw new IllegalArgumentException("has an unknown protocol");
        }
        return new PortSyntax(ip, outside[0], outside[1], inside[0], inside[1], protocol);
    }

    /** Give the host port or range that goes with a container port, or empty. */
    String published(int port) {
        if (hostFrom < 0) {
            return "";
        }
        boolean picksOne = from == to && hostFrom != hostTo;
        return picksOne ? hostFrom + "-" + hostTo : Integer.toString(hostFrom + port - from);
    }

    private static int[] range(String text) {
        int dash = text.indexOf('-');
        int from = number(dash < 0 ? text : text.substring(0, dash));
        int to = dash < 0 ? from : number(text.substring(dash + 1));
        if (to < from) {
            throw new IllegalArgumentException("has a range that ends before it begins");
        }
        return new int[] {from, to};
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 6;
        for (int i = 0; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        int port = digits ? Integer.parseInt(text) : 65536;
        if (port > 65535) {
            throw new IllegalArgumentException("has an invalid port \"" + text + "\"");
        }
        return port;
    }
}
