package dev.kompox.cli.app;

import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.UsageException;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.runtime.ExecRequest;
import java.util.List;

/** Run a program inside a service; its exit code is the command's. */
final class Exec implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("exec", "Run a program inside a service, with its exit code.")
                .example("kompox exec db psql -U postgres", "at the terminal")
                .example("kompox exec -T db pg_dump app > app.sql", "into a file")
                .example("kompox exec -u root web sh", "as another user")
                .flag("-T --no-tty --no-TTY", "no terminal, even if there is one")
                .value("-u --user", "USER", "as this user")
                .value("-w --workdir", "DIR", "in this directory")
                .values("-e --env", "NAME[=VALUE]", "set a variable")
                .value("--index", "NUMBER", "which instance, from 1")
                .hiddenFlag("-i --interactive")
                .hiddenFlag("-t --tty")
                .positional(
                        "SERVICE PROGRAM...", 2, Integer.MAX_VALUE, "where, what, and its words")
                .passThrough();
    }

    @Override
    public int run(Invocation call) {
        Arguments typed = call.arguments();
        List<String> words = typed.words();
        String service = Services.known(call, List.of(words.getFirst())).getFirst();
        List<String> program = words.subList(words.get(1).equals("--") ? 2 : 1, words.size());
        boolean terminal =
                !typed.flag("--no-tty")
                        && call.terminal().kinds().in()
                        && call.terminal().kinds().out();
        ExecRequest request =
                new ExecRequest(
                        service,
                        program,
                        terminal,
                        typed.value("--user"),
                        typed.value("--workdir"),
                        typed.values("--env"),
                        index(typed.value("--index", "1")));
        return call.session()
                .atHome()
                .runtime()
                .exec(call.session().app().workload(), request, new Streams.Inherited());
    }

    private static int index(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UsageException(
                    "--index is a number, not \"" + text + "\"", "", "kompox help exec");
        }
    }
}
