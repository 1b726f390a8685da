package dev.kompox.cli.app;

import dev.kompox.cli.output.Answer;
import dev.kompox.driver.Tunnels;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.driver.runtime.Tunnel;
import dev.kompox.driver.runtime.Workload;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Tunnels to ports of one service, open or closed together. */
final class TunnelSet implements AutoCloseable {

    private final SequencedMap<Integer, Tunnel> open = new LinkedHashMap<>();

    private TunnelSet() {}

    /**
     * Open them all, or none.
     *
     * @throws DriverException as {@link Tunnels#open}
     */
    static TunnelSet open(
            Tunnels tunnels,
            Workload workload,
            InetAddress address,
            String service,
            List<TunnelPort> ports,
            Consumer<String> troubles) {
        TunnelSet set = new TunnelSet();
        try {
            for (TunnelPort port : ports) {
                InetSocketAddress local = new InetSocketAddress(address, port.local());
                set.open.put(
                        port.remote(),
                        tunnels.open(workload, local, service, port.remote(), troubles));
            }
            return set;
        } catch (DriverException e) {
            set.close();
            throw e.category() instanceof Category.Conflict
                    ? taken(e, service, ports.get(set.open.size()))
                    : e;
        }
    }

    private static DriverException taken(DriverException e, String service, TunnelPort port) {
        return new DriverException(
                e.category(),
                e.sentence(),
                "Let a free port be chosen: kompox tunnel " + service + " :" + port.remote(),
                e.requestId(),
                e);
    }

    /** Say where each port is reached, a line each. */
    List<String> lines(String service) {
        List<String> lines = new ArrayList<>();
        open.forEach((port, tunnel) ->
                lines.add(service + " " + port + " is reached at " + text(tunnel.local())));
        return lines;
    }

    /** Say the same in every form. */
    Answer answer(String service) {
        List<Object> documents = new ArrayList<>();
        List<String> names = new ArrayList<>();
        open.forEach((port, tunnel) -> {
            names.add(text(tunnel.local()));
            documents.add(
                    Answer.document(
                            "port", port,
                            "address", host(tunnel.local().getAddress()),
                            "localPort", tunnel.local().getPort()));
        });
        return new Answer(
                lines(service), Answer.document("service", service, "tunnels", documents), names);
    }

    /** Return the variables by which a program finds them. */
    SequencedMap<String, String> variables() {
        SequencedMap<String, String> variables = new LinkedHashMap<>();
        open.forEach((port, tunnel) -> {
            InetAddress address = tunnel.local().getAddress();
            InetAddress reached =
                    address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
            variables.put("KOMPOX_TUNNEL_HOST", host(reached));
            variables.put("KOMPOX_TUNNEL_PORT_" + port, String.valueOf(tunnel.local().getPort()));
        });
        return variables;
    }

    /**
     * Wait until one of them ends by itself.
     *
     * @throws DriverException why it ended; {@code Interrupted}
     */
    void await() {
        BlockingQueue<Optional<DriverException>> ended = new LinkedBlockingQueue<>();
        for (Tunnel tunnel : open.values()) {
            Thread.ofPlatform()
                    .daemon()
                    .name("tunnel-end")
                    .start(() -> {
                        try {
                            tunnel.await();
                            ended.add(Optional.empty());
                        } catch (DriverException e) {
                            ended.add(Optional.of(e));
                        }
                    });
        }
        try {
            ended.take()
                    .ifPresent(why -> {
                        throw why;
                    });
        } catch (InterruptedException e) {
            throw DriverException.interrupted("tunnels were open", e);
        }
    }

    @Override
    public void close() {
        open.values().forEach(Tunnel::close);
    }

    /** Return an address as people write it. */
    static String host(InetAddress address) {
        if (address instanceof Inet6Address && address.isAnyLocalAddress()) {
            return "::";
        }
        return address instanceof Inet6Address && address.isLoopbackAddress()
                ? "::1"
                : address.getHostAddress();
    }

    private static String text(InetSocketAddress local) {
        String host = host(local.getAddress());
        return (local.getAddress() instanceof Inet6Address ? "[" + host + "]" : host)
                + ":"
                + local.getPort();
    }
}
