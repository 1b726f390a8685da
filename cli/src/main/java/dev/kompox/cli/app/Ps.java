package dev.kompox.cli.app;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Table;
import dev.kompox.driver.runtime.AppState;
import dev.kompox.driver.runtime.InstanceState;
import dev.kompox.operations.step.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** List the containers of an app. */
final class Ps implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("ps", "List the app's containers.")
                .example("kompox ps", "what runs")
                .example("kompox ps --all", "what is stopped, too")
                .example("kompox ps -o json", "for a program")
                .flag("-a --all", "those that are stopped, too")
                .flag("-q --quiet", "ids only")
                .flag("--services", "names of services only")
                .positional("SERVICE", 0, Integer.MAX_VALUE, "only these");
    }

    @Override
    public int run(Invocation call) {
        List<String> services = Services.known(call, call.arguments().words());
        Place home = call.session().atHome();
        AppState state = home.runtime().observe(home.workload());
        List<InstanceState> shown = new ArrayList<>();
        for (InstanceState each : state.instances()) {
            boolean wanted = services.isEmpty() || services.contains(each.service());
            if (wanted && (call.arguments().flag("--all") || each.alive())) {
                shown.add(each);
            }
        }
        if (call.arguments().flag("--quiet")) {
            shown.forEach(each -> call.terminal().out().println(each.id()));
            return Exit.OK;
        }
        if (call.arguments().flag("--services")) {
            shown.stream()
                    .map(InstanceState::service)
                    .distinct()
                    .forEach(call.terminal().out()::println);
            return Exit.OK;
        }
        return call.answer(answer(call, home, shown));
    }

    private static Answer answer(Invocation call, Place home, List<InstanceState> shown) {
        Instant now = Instant.now();
        Table table = new Table("NAME", "SERVICE", "STATE", "SINCE", "PORTS", "IMAGE");
        for (InstanceState each : shown) {
            table.row(
                    each.name(),
                    each.service(),
                    Instances.state(each),
                    Instances.since(each, now),
                    String.join(" ", each.ports()),
                    each.image());
        }
        List<String> lines =
                shown.isEmpty()
                        ? List.of(call.session().name() + " has no running containers.")
                        : table.lines(call.width());
        return new Answer(
                lines,
                Answer.document(
                        "app", call.session().name(),
                        "place", home.location().toString(),
                        "containers", Instances.documents(shown)),
                shown.stream().map(InstanceState::name).toList());
    }
}
