package dev.kompox.cli.app;

import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.step.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where there are no tunnels, ports are published. */
final class PublishedPorts {

    private PublishedPorts() {}

    /** Refuse tunnels, and say where the ports are reached, or how they would be. */
    static Refusal instead(Place place, String service, List<TunnelPort> ports) {
        List<String> remedy = new ArrayList<>();
        for (TunnelPort port : ports) {
            List<String> published = published(place, service, port.remote());
            String what = "port " + port.remote() + " of " + service;
            String own = "127.0.0.1:" + port.remote() + ":" + port.remote();
            remedy.add(
                    what
                            + (published.isEmpty()
                                    ? ": publish it, as ports: [\"" + own + "\"], then: kompox up"
                                    : ": reached at " + String.join(", ", published)));
        }
        return new Refusal(
                place.workload().project().name()
                        + " runs on "
                        + place.location()
                        + ", and tunnels go to apps on clusters only",
                String.join("\n", remedy));
    }

    /** Read them from what instances show: {@code 127.0.0.1:8080->80/tcp}. */
    private static List<String> published(Place place, String service, int port) {
        String end = "->" + port + "/tcp";
        return place.runtime().observe(place.workload()).of(service).stream()
                .filter(InstanceState::alive)
                .map(InstanceState::ports)
                .flatMap(List::stream)
                .flatMap(shown ->
                        shown.endsWith(end)
                                ? Stream.of(shown.substring(0, shown.length() - end.length()))
                                : Stream.of())
                .distinct()
                .toList();
    }
}
