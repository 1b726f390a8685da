package dev.kompox.cli.about;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.Version;
import dev.kompox.cli.output.Answer;
import java.util.List;

/** Tell the version. */
final class VersionCommand implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("version", "Tell the version.")
                .example("kompox version", "the number")
                .example("kompox version -o json", "with the Java runtime");
    }

    @Override
    public int run(Invocation call) {
        return call.answer(
                new Answer(
                        List.of("kompox " + Version.NUMBER),
                        Answer.document(
                                "version",
                                Version.NUMBER,
                                "java",
                                System.getProperty("java.runtime.version"),
                                "platform",
                                System.getProperty("os.name")
                                        + "/"
                                        + System.getProperty("os.arch")),
                        List.of(Version.NUMBER)));
    }
}
