package dev.kompox.cli.app;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.driver.bytes.Streams;

/** Copy files between this machine and a service. */
final class Cp implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("cp", "Copy files between this machine and a service.")
                .example("kompox cp app.sql db:/tmp/", "into a service")
                .example("kompox cp web:/var/log/app .", "out of a service")
                .example("kompox cp web:/data - > data.tar", "as an archive")
                .positional("FROM TO", 2, 2, "paths; one of them is SERVICE:PATH");
    }

    @Override
    public int run(Invocation call) {
        return call.session()
                .atHome()
                .runtime()
                .copy(
                        call.session().app().workload(),
                        call.arguments().required(0),
                        call.arguments().required(1),
                        new Streams.Inherited());
    }
}
