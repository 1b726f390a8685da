package dev.kompox.cli.app;

import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.driver.Tunnels;
import dev.kompox.operations.step.Place;
import java.net.InetAddress;
import java.util.List;

/** Reach ports of a service from this machine, published or not. */
final class OpenTunnels implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("tunnel", "Reach ports of a service on a cluster from here.")
                .example("kompox tunnel db 5432", "at 127.0.0.1:5432, until Ctrl-C")
                .example("kompox tunnel db :5432 8080:80", "a free port, and another number")
                .example("kompox tunnel db :5432 -- ./backup.sh", "while a program runs")
                .value("--address", "ADDRESS", "where to listen (default 127.0.0.1)")
                .positional(
                        "SERVICE [LOCAL:]PORT...",
                        2,
                        Integer.MAX_VALUE,
                        "the service, and each port with the one to listen at")
                .program(
                        "run this with KOMPOX_TUNNEL_HOST and KOMPOX_TUNNEL_PORT_PORT set, and"
                                + " end with its exit code")
                .note(
                        "Connections go through the API server, as this user may. A pod that is"
                                + " replaced is followed; open connections break.");
    }

    @Override
    public int run(Invocation call) {
        Arguments typed = call.arguments();
        List<String> words = typed.words();
        String service = Services.known(call, words.subList(0, 1)).getFirst();
        List<TunnelPort> ports = TunnelPort.all(words.subList(1, words.size()));
        InetAddress address = TunnelPort.address(typed.value("--address", "127.0.0.1"));
        Place place = call.session().atHome();
        Tunnels tunnels =
                place.driver()
                        .tunnels()
                        .orElseThrow(() -> PublishedPorts.instead(place, service, ports));
        try (TunnelSet open =
                TunnelSet.open(
                        tunnels,
                        place.workload(),
                        address,
                        service,
                        ports,
                        trouble -> call.tell("warning: " + trouble))) {
            if (!address.isLoopbackAddress()) {
                call.tell(
                        "warning: whoever reaches this machine at "
                                + TunnelSet.host(address)
                                + " reaches "
                                + service
                                + " as well");
            }
            if (typed.program().isEmpty()) {
                call.answer(open.answer(service));
                open.await();
                return Exit.OK;
            }
            open.lines(service).forEach(call::tell);
            return new TunnelProgram(typed.program(), call.terminal()).run(open.variables());
        }
    }
}
