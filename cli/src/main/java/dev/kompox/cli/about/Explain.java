package dev.kompox.cli.about;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.UsageException;
import dev.kompox.cli.explain.Explanation;
import dev.kompox.cli.explain.Explanations;
import dev.kompox.cli.output.Answer;
import dev.kompox.cli.output.Width;
import dev.kompox.compose.diagnose.Nearest;
import java.util.ArrayList;
import java.util.List;

/** Explain a Compose key, a field of an App document, or the code of an error. */
final class Explain implements Command {

    @Override
    public Syntax syntax() {
        return new Syntax("explain", "Explain a Compose key, a KOM field or an error code.")
                .example("kompox explain services.ports", "a Compose key")
                .example("kompox explain App.spec.volumes", "a field of an App document")
                .example("kompox explain unknown-key", "an error")
                .positional("KEY", 0, 1, "what to explain; without it, all keys are listed");
    }

    @Override
    public int run(Invocation call) {
        Explanations all = Explanations.read();
        String key = call.arguments().word(0);
        if (key == null) {
            List<String> keys = all.keys();
            return call.answer(new Answer(keys, Answer.document("keys", keys), keys));
        }
        List<Explanation> found = all.find(key);
        if (found.isEmpty()) {
            String near = Nearest.of(key, all.keys());
            throw new UsageException(
                    "there is nothing about \""
                            + key
                            + "\""
                            + (near == null ? "" : "; did you mean \"" + near + "\"?"),
                    "",
                    "kompox explain");
        }
        List<String> lines = new ArrayList<>();
        List<Object> documents = new ArrayList<>();
        int width = Math.min(call.width(), 80);
        for (Explanation each : found) {
            lines.add(call.style().bold(each.key()));
            for (String line : each.lines()) {
                lines.addAll(Width.wrap("  " + line, width));
            }
            documents.add(
                    Answer.document("key", each.key(), "text", String.join("\n", each.lines())));
        }
        return call.answer(
                new Answer(
                        lines,
                        Answer.document("explanations", documents),
                        found.stream().map(Explanation::key).toList()));
    }
}
