package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Port;
import dev.kompox.compose.model.Service;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds services that may listen on one port, which two containers of one pod cannot. Only {@code
 * ports} says for certain; {@code expose} and a check that asks the service itself are hints.
 */
final class Listeners {

    private static final Pattern EXPOSED =
            Pattern.compile("0*(\\d{1,5})(?:-0*(\\d{1,5}))?(?:/(\\w+))?");
    private static final Pattern ASKED =
            Pattern.compile(
                    "(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1?\\])[: ](\\d{1,5})\\b");
    private static final int MOST = 65535;

    private Listeners() {}

    static void judge(Collection<Service> services, Findings findings) {
        Map<String, String> owners = new HashMap<>();
        for (Service service : services) {
            service.ports().forEach(port -> owners.putIfAbsent(name(port), service.name()));
        }
        for (Service service : services) {
            hints(service)
                    .forEach((port, key) -> {
                        String owner = owners.putIfAbsent(port, service.name());
                        if (owner != null && !owner.equals(service.name())) {
                            findings.caveat(
                                    "services." + service.name() + "." + key,
                                    ServiceKeys.at(service, key),
                                    "service "
                                            + owner
                                            + " may listen on port "
                                            + port
                                            + " too; in one pod only one of them can");
                        }
                    });
        }
    }

    private static String name(Port port) {
        return port.target() + "/" + port.protocol();
    }

    /** The keys that hint at ports, by port. */
    private static SequencedMap<String, String> hints(Service service) {
        SequencedMap<String, String> hints = new LinkedHashMap<>();
        for (String text : ServiceKeys.texts(service.node(), "expose")) {
            Matcher exposed = EXPOSED.matcher(text);
            if (exposed.matches()) {
                int first = Integer.parseInt(exposed.group(1));
                String end = exposed.group(2);
                int last = end == null ? first : Math.min(MOST, Integer.parseInt(end));
                String protocol = exposed.group(3) == null ? "tcp" : exposed.group(3);
                for (int port = first; port <= last; port++) {
                    hints.putIfAbsent(port + "/" + protocol, "expose");
                }
            }
        }
        if (service.healthcheck() != null) {
            for (String word : service.healthcheck().test()) {
                Matcher asked = ASKED.matcher(word);
                while (asked.find()) {
                    hints.putIfAbsent(asked.group(1) + "/tcp", "healthcheck");
                }
            }
        }
        return hints;
    }
}
