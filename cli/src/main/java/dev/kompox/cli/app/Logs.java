package dev.kompox.cli.app;

import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.UsageException;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.runtime.LogsRequest;
import org.jspecify.annotations.Nullable;

/** Show what services write. */
final class Logs implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("logs", "Show what services write.")
                .example("kompox logs -f", "all services, as lines come")
                .example("kompox logs --tail 50 db", "the last lines of one")
                .example("kompox logs --since 10m", "the last ten minutes")
                .flag("-f --follow", "go on as lines come")
                .value("-n --tail", "LINES", "how many lines of the past, or all")
                .value("--since", "TIME", "after a time, or a span such as 10m")
                .flag("-t --timestamps", "begin each line with its time")
                .positional("SERVICE", 0, Integer.MAX_VALUE, "only these");
    }

    @Override
    public int run(Invocation call) {
        Arguments typed = call.arguments();
        LogsRequest request =
                new LogsRequest(
                        Services.known(call, typed.words()),
                        typed.flag("--follow"),
                        tail(typed.value("--tail")),
                        typed.value("--since"),
                        typed.flag("--timestamps"),
                        call.style().on());
        return call.session()
                .atHome()
                .runtime()
                .logs(call.session().app().workload(), request, new Streams.Inherited());
    }

    private static @Nullable Integer tail(@Nullable String text) {
        if (text == null || text.equals("all")) {
            return null;
        }
        try {
            int lines = Integer.parseInt(text);
            if (lines >= 0) {
                return lines;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "--tail is a number of lines or all, not \"" + text + "\"",
                    "",
                    "kompox help logs");
        }
        return null;
    }
}
