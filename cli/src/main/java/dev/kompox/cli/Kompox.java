package dev.kompox.cli;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Globals;
import dev.kompox.cli.command.HelpText;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Parser;
import dev.kompox.cli.command.Places;
import dev.kompox.cli.command.Session;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.UsageException;
import dev.kompox.cli.failure.Failures;
import dev.kompox.cli.failure.Report;
import dev.kompox.cli.terminal.Style;
import dev.kompox.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Run one command line. */
public final class Kompox {

    private final Terminal terminal;
    private final Places places;

    /**
     * Run command lines at a terminal.
     *
     * @param terminal the streams, environment and directory
     * @param places how drivers are found
     */
    public Kompox(Terminal terminal, Places places) {
        this.terminal = terminal;
        this.places = places;
    }

    /**
     * Run a command line.
     *
     * @param args what was typed after {@code kompox}
     * @return the exit code
     */
    public int run(String... args) {
        try {
            return dispatch(CommandLineWords.of(List.of(args)));
        } catch (RuntimeException e) {
            return tell(Failures.report(e, terminal));
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private int dispatch(CommandLineWords typed) {
        if (typed.words().isEmpty()) {
            return withoutCommand(typed);
        }
        if (typed.words().getFirst().equals("help")) {
            return help(typed.after());
        }
        if (typed.words().getFirst().equals("__train")) {
            List<String> after = typed.after();
            boolean cluster = !after.isEmpty() && after.getFirst().equals("kube");
            return Training.run(terminal, places, cluster ? Path.of(after.getLast()) : null);
        }
        boolean bareGroup =
                typed.words().size() == 1 && Catalogue.isGroup(typed.words().getFirst());
        if (bareGroup && wantsHelp(typed.after())) {
            return help(typed.words());
        }
        Command command = Catalogue.find(typed.words());
        if (command == null) {
            throw Unknown.command(typed.words());
        }
        Syntax syntax = command.syntax();
        Parser.Parsed parsed = Parser.parse(syntax, typed.before(), typed.after());
        if (parsed.globals().help()) {
            // parsing has loosened the description that it was given
            return print(HelpText.lines(command.syntax(), terminal.width()));
        }
        Terminal here = moved(parsed.globals().chdir());
        try (Session session = new Session(parsed.globals(), here, places)) {
            return command.run(new Invocation(parsed.own(), parsed.globals(), here, session));
        }
    }

    private int withoutCommand(CommandLineWords typed) {
        if (typed.before().contains("--version")) {
            return dispatch(CommandLineWords.of(List.of("version")));
        }
        for (String option : typed.before()) {
            if (!option.equals("--help") && !option.equals("-h")) {
                Parser.parse(new Syntax("kompox", ""), List.of(), typed.before());
                break;
            }
        }
        print(Overview.lines(terminal.width()));
        return typed.before().isEmpty() || wantsHelp(typed.before()) ? Exit.OK : Exit.USAGE;
    }

    private int help(List<String> words) {
        if (words.isEmpty() || words.getFirst().startsWith("-")) {
            return print(Overview.lines(terminal.width()));
        }
        if (words.equals(List.of("options"))) {
            return print(HelpText.lines(Globals.describe(), terminal.width()));
        }
        Command command = Catalogue.find(words);
        if (command != null) {
            return print(HelpText.lines(command.syntax(), terminal.width()));
        }
        if (words.size() == 1 && Catalogue.isGroup(words.getFirst())) {
            return print(Overview.group(words.getFirst(), terminal.width()));
        }
        throw Unknown.command(words);
    }

    private Terminal moved(@Nullable String directory) {
        if (directory == null) {
            return terminal;
        }
        Path there = terminal.directory().resolve(directory).normalize();
        if (!Files.isDirectory(there)) {
            throw new UsageException(
                    "there is no directory " + there, "", "Give another one with --chdir");
        }
        return terminal.in(there);
    }

    private static boolean wantsHelp(List<String> options) {
        return options.contains("--help") || options.contains("-h");
    }

    private int print(List<String> lines) {
        lines.forEach(terminal.out()::println);
        return Exit.OK;
    }

    private int tell(Report report) {
        Style style = Style.of(terminal, terminal.kinds().err(), true);
        boolean first = true;
        for (String line : report.lines()) {
            boolean mark = first && line.startsWith("error: ");
            terminal.err().println(mark ? style.bad("error:") + line.substring(6) : line);
            first = false;
        }
        return report.exit();
    }
}
