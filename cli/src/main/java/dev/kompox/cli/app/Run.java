package dev.kompox.cli.app;

import dev.kompox.cli.act.Act;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.operations.engine.Plan;
import dev.kompox.operations.plan.Observation;
import dev.kompox.operations.plan.RunPlans;
import java.util.List;

/** Start, stop or restart what is there. */
final class Run implements Command {

    /** What to do. */
    enum Verb {
        /** Start stopped containers. */
        START("start", "Start containers that are stopped, as they are."),
        /** Stop containers. */
        STOP("stop", "Stop containers cleanly and keep them."),
        /** Stop and start containers. */
        RESTART("restart", "Stop containers cleanly and start them again.");

        private final String word;
        private final String summary;

        Verb(String word, String summary) {
            this.word = word;
            this.summary = summary;
        }
    }

    private final Verb verb;

    Run(Verb verb) {
        this.verb = verb;
    }

    @Override
    public Syntax syntax() {
        return new Syntax(verb.word, verb.summary)
                .example("kompox " + verb.word, "the whole app")
                .example("kompox " + verb.word + " db", "one service")
                .example("kompox " + verb.word + " --dry-run", "show what would happen")
                .positional("SERVICE", 0, Integer.MAX_VALUE, "only these");
    }

    @Override
    public int run(Invocation call) {
        List<String> services = Services.known(call, call.arguments().words());
        Observation seen = call.session().observe();
        Plan plan =
                switch (verb) {
                    case START -> RunPlans.start(seen, services);
                    case STOP -> RunPlans.stop(seen, services);
                    case RESTART -> RunPlans.restart(seen, services);
                };
        return new Act(call)
                .ending(_ -> UpReport.lines(call))
                .run(seen, plan, UpReport.nothing(seen));
    }
}
