package dev.kompox.cli.app;

import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.UsageException;
import dev.kompox.compose.ComposeLoader;
import dev.kompox.compose.LoadedProject;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.render.ProjectPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;

/** Print the Compose project as resolved, or parts of it. */
final class Config implements Command {

    private static final List<String> NOT_HERE =
            List.of(
                    "--environment",
                    "--hash",
                    "--variables",
                    "--models",
                    "--lock-image-digests",
                    "--no-consistency",
                    "--no-env-resolution",
                    "--no-interpolate",
                    "--no-normalize",
                    "--no-path-resolution",
                    "--resolve-image-digests");

    @Override
    public Syntax syntax() {
        Syntax syntax =
                new Syntax("config", "Check the Compose files and print them as resolved.")
                        .example("kompox config", "everything, as YAML")
                        .example("kompox config --quiet", "check only")
                        .example("kompox config --services", "names of services")
                        .choice("--format", "form of the whole", "yaml", "json")
                        .value("-o --output", "FILE", "write to a file")
                        .flag("-q --quiet", "check only, print nothing")
                        .flag("--services", "names of services")
                        .flag("--volumes", "names of volumes")
                        .flag("--networks", "names of networks")
                        .flag("--images", "names of images")
                        .flag("--profiles", "names of profiles");
        NOT_HERE.forEach(syntax::hiddenFlag);
        syntax.positional("SERVICE", 0, Integer.MAX_VALUE, "not here; see docker compose config");
        return syntax.note(
                "The values of variables are printed, as docker compose does: the output may hold"
                        + " secrets.");
    }

    @Override
    public int run(Invocation call) {
        Arguments typed = call.arguments();
        for (String option : NOT_HERE) {
            if (typed.flag(option)) {
                throw new UsageException(
                        "config has no " + option + " here; docker compose has",
                        "",
                        "docker compose config " + option);
            }
        }
        if (!typed.words().isEmpty()) {
            throw new UsageException(
                    "config prints the whole project here, not single services",
                    "",
                    "docker compose config " + String.join(" ", typed.words()));
        }
        LoadedProject loaded = ComposeLoader.load(call.session().request());
        loaded.warnings().forEach(warning -> call.tell(warning.render()));
        if (typed.flag("--quiet")) {
            return Exit.OK;
        }
        String text = text(typed, loaded.project());
        String file = typed.value("--output");
        if (file == null) {
            call.terminal().out().print(text);
            return Exit.OK;
        }
        try {
            Files.writeString(call.terminal().directory().resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Exit.OK;
    }

    private static String text(Arguments typed, Project project) {
        if (typed.flag("--services")) {
            return lines(project.services().keySet());
        }
        if (typed.flag("--volumes")) {
            return lines(project.volumes().keySet());
        }
        if (typed.flag("--networks")) {
            return lines(project.networks().keySet());
        }
        if (typed.flag("--images")) {
            return lines(project.services().values().stream().map(project::image).toList());
        }
        if (typed.flag("--profiles")) {
            TreeSet<String> profiles = new TreeSet<>();
            project.services().values().forEach(each -> profiles.addAll(each.profiles()));
            project.disabledServices().values().forEach(each -> profiles.addAll(each.profiles()));
            return lines(profiles);
        }
        return switch (typed.value("--format", "yaml")) {
            case "yaml" -> ProjectPrinter.yaml(project);
            case "json" -> ProjectPrinter.json(project) + "\n";
            default ->
                    throw new UsageException(
                            "--format is yaml or json, not \"" + typed.value("--format") + "\"",
                            "",
                            "kompox help config");
        };
    }

    private static String lines(Iterable<String> items) {
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(item).append('\n'));
        return text.toString();
    }
}
