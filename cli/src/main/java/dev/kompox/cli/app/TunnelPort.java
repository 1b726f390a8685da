package dev.kompox.cli.app;

import dev.kompox.cli.command.UsageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port of a service, and the one to listen at.
 *
 * @param local where to listen; 0 for a free one
 * @param remote the service's
 */
record TunnelPort(int local, int remote) {

    private static final Pattern FORM = Pattern.compile("(?:(\\d{0,5}):)?(\\d{1,5})");
    private static final int LARGEST = 65535;

    /**
     * Read ports as typed: {@code PORT}, {@code LOCAL:PORT}, {@code :PORT}.
     *
     * @throws UsageException if one is none, or two are the same
     */
    static List<TunnelPort> all(List<String> typed) {
        List<TunnelPort> all = new ArrayList<>();
        Set<Integer> remotes = new HashSet<>();
        Set<Integer> locals = new HashSet<>();
        for (String text : typed) {
            TunnelPort port = read(text);
            if (!remotes.add(port.remote)) {
                throw wrong("port " + port.remote + " is given twice");
            }
            if (port.local != 0 && !locals.add(port.local)) {
                throw wrong("two ports cannot both be reached at " + port.local);
            }
            all.add(port);
        }
        return all;
    }

    private static TunnelPort read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw wrong("\"" + text + "\" is no port");
        }
        int remote = Integer.parseInt(form.group(2));
        String before = form.group(1);
        int local = before == null ? remote : before.isEmpty() ? 0 : Integer.parseInt(before);
        if (remote < 1 || remote > LARGEST || local > LARGEST) {
            throw wrong("\"" + text + "\" is no port; ports are numbers from 1 to " + LARGEST);
        }
        return new TunnelPort(local, remote);
    }

    /**
     * Find the address to listen at.
     *
     * @throws UsageException if there is none of that name
     */
    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text.isBlank() ? "?" : text);
        } catch (UnknownHostException e) {
            throw wrong("--address \"" + text + "\" is no address");
        }
    }

    private static UsageException wrong(String sentence) {
        return new UsageException(
                sentence, "", "Write ports as 5432, 8080:80 or :5432, see: kompox help tunnel");
    }
}
