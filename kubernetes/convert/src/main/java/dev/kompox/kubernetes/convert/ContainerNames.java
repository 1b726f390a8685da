package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Service;
import dev.kompox.manifest.hash.ShortHash;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The names of the services' containers: the service's own wherever Kubernetes allows it. */
final class ContainerNames {

    private static final int LONGEST = 40;

    private final Map<String, String> names = new HashMap<>();

    ContainerNames(Collection<Service> services) {
        Set<String> taken = new HashSet<>();
        services.stream()
                .map(Service::name)
                .filter(name -> name.length() <= LONGEST && DnsLabel.is(name) && free(name))
                .forEach(name -> {
                    names.put(name, name);
                    taken.add(name);
                });
        for (Service service : services) {
            names.computeIfAbsent(service.name(), name -> made(name, taken));
        }
    }

    private static String made(String service, Set<String> taken) {
        String plain = DnsLabel.of(service, LONGEST);
        boolean whole = plain.length() < LONGEST && !plain.isEmpty() && free(plain);
        if (whole && taken.add(plain)) {
            return plain;
        }
        String hash = ShortHash.of(service).value();
        return plain.isEmpty() ? "s-" + hash : plain + "-" + hash;
    }

    private static boolean free(String name) {
        return !name.endsWith(Turn.SUFFIX);
    }

    String of(Service service) {
        return Objects.requireNonNull(names.get(service.name()));
    }
}
