package dev.kompox.cli.app;

import dev.kompox.cli.command.Arguments;
import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Exit;
import dev.kompox.cli.command.Invocation;
import dev.kompox.cli.command.Syntax;
import dev.kompox.cli.command.UsageException;
import dev.kompox.compose.ComposeLoader;
import dev.kompox.compose.LoadRequest;
import dev.kompox.compose.LoadStep;
import dev.kompox.compose.LoadedModel;
import dev.kompox.compose.LoadedProject;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.render.ModelPrinter;
import dev.kompox.compose.render.ProjectPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Print the Compose project as resolved, or parts of it. */
final class Config implements Command {

    private static final List<String> NOT_HERE =
            List.of("--lock-image-digests", "--resolve-image-digests");

    private static final List<String> NAMES =
            List.of("--services", "--volumes", "--networks", "--models", "--profiles", "--images");

    @Override
    public Syntax syntax() {
        Syntax syntax =
                new Syntax("config", "Check the Compose files and print them as resolved.")
                        .example("kompox config", "everything, as YAML")
                        .example("kompox config web", "a service and what it depends on")
                        .example("kompox config --variables", "variables that the files use")
                        .choice("--format", "form of the whole, or of variables", "yaml", "json")
                        .value("-o --output", "FILE", "write to a file")
                        .flag("-q --quiet", "check only, print nothing")
                        .flag("--services", "names of services")
                        .flag("--volumes", "names of volumes")
                        .flag("--networks", "names of networks")
                        .flag("--models", "names of models")
                        .flag("--images", "names of images")
                        .flag("--profiles", "names of profiles")
                        .flag("--variables", "variables that the files use, and their defaults")
                        .flag("--environment", "values that variables have here")
                        .value("--hash", "SERVICES", "digests of services' settings, * for all")
                        .flag("--no-interpolate", "leave variables as they are written")
                        .flag("--no-normalize", "add nothing that is implied")
                        .flag("--no-path-resolution", "leave relative paths as they are")
                        .flag("--no-consistency", "do not check that services fit together")
                        .flag("--no-env-resolution", "accepted as docker compose does, no effect");
        NOT_HERE.forEach(syntax::hiddenFlag);
        syntax.positional("SERVICE", 0, Integer.MAX_VALUE, "only these and what they depend on");
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
                        "config has no " + option + " here: no registry is asked",
                        "",
                        "docker compose config " + option);
            }
        }
        String text = text(call, typed);
        if (typed.flag("--quiet")) {
            return Exit.OK;
        }
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

    /** Of several parts asked for, the first of docker compose's order is printed. */
    private static String text(Invocation call, Arguments typed) {
        String format = typed.value("--format", "");
        if (!List.of("", "yaml", "json").contains(format)) {
            throw new UsageException(
                    "--format is yaml or json, not \"" + format + "\"", "", "kompox help config");
        }
        LoadRequest request = call.session().request().without(without(typed));
        String hash = typed.value("--hash");
        String names = NAMES.stream().filter(typed::flag).findFirst().orElse(null);
        if (hash != null && (names == null || List.of("--profiles", "--images").contains(names))) {
            Set<LoadStep> more = without(typed);
            more.add(LoadStep.ENVIRONMENT_FILES);
            return ConfigParts.hashes(hash, load(call, request.without(more)).project());
        }
        if (typed.flag("--variables") && names == null) {
            return ConfigVariables.print(call, request, format);
        }
        if (typed.flag("--no-interpolate") && names == null) {
            LoadedModel loaded = ComposeLoader.model(request);
            loaded.warnings().forEach(warning -> call.tell(warning.render()));
            return format.equals("json")
                    ? ModelPrinter.json(loaded.tree())
                    : ModelPrinter.yaml(loaded.tree());
        }
        LoadedProject loaded = load(call, request.withServices(typed.words()));
        Project project = loaded.project();
        if (names != null) {
            return ConfigParts.names(names, project);
        }
        if (typed.flag("--environment")) {
            return ConfigParts.environment(loaded);
        }
        return format.equals("json")
                ? ProjectPrinter.json(project) + "\n"
                : ProjectPrinter.yaml(project);
    }

    private static LoadedProject load(Invocation call, LoadRequest request) {
        LoadedProject loaded = ComposeLoader.load(request);
        loaded.warnings().forEach(warning -> call.tell(warning.render()));
        return loaded;
    }

    private static Set<LoadStep> without(Arguments typed) {
        Set<LoadStep> without = EnumSet.noneOf(LoadStep.class);
        Map.of(
                        "--no-interpolate", LoadStep.INTERPOLATION,
                        "--no-normalize", LoadStep.NORMALISATION,
                        "--no-path-resolution", LoadStep.PATHS,
                        "--no-consistency", LoadStep.CONSISTENCY)
                .forEach((option, step) -> {
                    if (typed.flag(option)) {
                        without.add(step);
                    }
                });
        return without;
    }
}
