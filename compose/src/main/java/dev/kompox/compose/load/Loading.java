package dev.kompox.compose.load;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.LoadRequest;
import dev.kompox.compose.LoadStep;
import dev.kompox.compose.LoadedModel;
import dev.kompox.compose.LoadedProject;
import dev.kompox.compose.Problem;
import dev.kompox.compose.bind.Binder;
import dev.kompox.compose.check.Consistency;
import dev.kompox.compose.check.ScaleRules;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.model.Project;
import dev.kompox.compose.schema.ComposeSchema;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Carry out one load, stage by stage. */
public final class Loading {

    private static final int LARGEST = 2 * 1024 * 1024;

    private final LoadRequest request;
    private final Diagnostics diagnostics;

    /** Prepare to load. */
    public Loading(LoadRequest request) {
        this.request = request;
        this.diagnostics = new Diagnostics(request.workingDirectory().toString());
    }

    /**
     * Load.
     *
     * @throws ComposeException with every problem found
     */
    public LoadedProject load() {
        Surroundings surroundings = surroundings();
        SequencedMap<String, String> environment = new LinkedHashMap<>(surroundings.environment());
        MappingNode model = model(surroundings, environment);
        String name = String.valueOf(environment.get("COMPOSE_PROJECT_NAME"));
        MappingNode named = model.with("name", ScalarNode.string(model.location(), name));
        MappingNode bound = bound(Normalisation.withResources(named));
        diagnostics.stopOnErrors();
        Project project = project(name, surroundings, environment, bound);
        return new LoadedProject(project, environment, diagnostics.warnings());
    }

    /**
     * Load the model alone: what files and steps make of it before profiles and types. Where
     * variables are not filled in, they are not looked up for anything else either.
     *
     * @throws ComposeException with every problem found
     */
    public LoadedModel model() {
        Surroundings surroundings = surroundings();
        SequencedMap<String, String> environment = new LinkedHashMap<>();
        if (!request.without().contains(LoadStep.INTERPOLATION)) {
            environment.putAll(surroundings.environment());
        }
        MappingNode model = model(surroundings, environment);
        diagnostics.stopOnErrors();
        return new LoadedModel(model, diagnostics.warnings());
    }

    private Surroundings surroundings() {
        Surroundings surroundings = Surroundings.of(request, diagnostics);
        diagnostics.stopOnErrors();
        return surroundings;
    }

    /** Load the model, and note the project's name and directory among the variables. */
    private MappingNode model(Surroundings surroundings, SequencedMap<String, String> environment) {
        List<Source> sources = sources(surroundings);
        String directory = surroundings.directory().toString();
        String name =
                new ProjectName(diagnostics, surroundings.environment()::get, request.without())
                        .choose(request.projectName(), sources, directory);
        diagnostics.stopOnErrors();
        environment.put("COMPOSE_PROJECT_NAME", name);
        environment.putIfAbsent("PWD", request.workingDirectory().toString());
        Scope scope = Scope.main(directory, environment, request);
        String home = surroundings.environment().get("HOME");
        MappingNode model = new ModelLoader(diagnostics, scope, home).load(sources);
        refuseEmpty(model, sources);
        return scope.does(LoadStep.NORMALISATION)
                ? new Normalisation(name, environment::get, diagnostics).apply(model)
                : model;
    }

    private Project project(
            String name,
            Surroundings surroundings,
            SequencedMap<String, String> environment,
            MappingNode bound) {
        SequencedMap<String, MappingNode> enabled = new LinkedHashMap<>();
        SequencedMap<String, MappingNode> disabled = new LinkedHashMap<>();
        SequencedMap<String, MappingNode> all = services(bound);
        SelectedServices selected = new SelectedServices(diagnostics, request.services(), all);
        Profiles profiles = new Profiles(selected.profiles(surroundings.profiles()));
        all.forEach((key, service) ->
                (profiles.enable(service) ? enabled : disabled).put(key, service));
        if (!request.without().contains(LoadStep.CONSISTENCY)) {
            new Consistency(diagnostics, bound, enabled).check();
            enabled.replaceAll((key, service) -> ScaleRules.withReplicas(service));
        }
        diagnostics.stopOnErrors();
        selected.keep(enabled, disabled);
        ServiceEnvironment files =
                new ServiceEnvironment(diagnostics, environment::get, request.workingDirectory());
        boolean read = !request.without().contains(LoadStep.ENVIRONMENT_FILES);
        enabled.replaceAll((key, service) -> read ? files.resolve(service) : files.labels(service));
        diagnostics.stopOnErrors();
        MappingNode tree = UsedResources.keep(withServices(bound, enabled), enabled);
        return ProjectBuilder.build(name, surroundings, enabled, disabled, tree);
    }

    private static SequencedMap<String, MappingNode> services(MappingNode model) {
        SequencedMap<String, MappingNode> services = new LinkedHashMap<>();
        ModelLoader.section(model, "services")
                .entries()
                .forEach((key, entry) -> {
                    if (entry.value() instanceof MappingNode service) {
                        services.put(key, service);
                    }
                });
        return services;
    }

    private static MappingNode withServices(
            MappingNode model, SequencedMap<String, MappingNode> enabled) {
        MappingNode all = ModelLoader.section(model, "services");
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        enabled.forEach((key, service) -> {
            Entry entry = all.entry(key);
            if (entry != null) {
                entries.put(key, entry.withValue(service));
            }
        });
        return model.with("services", all.withEntries(entries));
    }

    private MappingNode bound(MappingNode model) {
        Node bound = new Binder(diagnostics).bind(model, ComposeSchema.root(), Where.ROOT);
        return bound instanceof MappingNode mapping ? mapping : model;
    }

    private void refuseEmpty(MappingNode model, List<Source> sources) {
        if (model.isEmpty()) {
            throw new ComposeException(
                    Problem.error("empty-file", sources.getFirst().name() + " is empty", null, "")
                            .withRemedy("Write at least one service under services:"));
        }
    }

    private List<Source> sources(Surroundings surroundings) {
        if (surroundings.files().isEmpty()) {
            throw new ComposeException(
                    Problem.error(
                                    "no-compose-file",
                                    "no Compose file in "
                                            + request.workingDirectory()
                                            + " or any directory above it",
                                    null,
                                    "")
                            .withRemedy("Create compose.yaml here, or name a file with -f."));
        }
        List<Source> sources = new ArrayList<>();
        for (Path file : surroundings.files()) {
            if (file.toString().equals("-")) {
                sources.add(Source.of("-", "-", standardInput(), diagnostics));
            } else {
                sources.add(Source.open(file.toString(), diagnostics));
            }
        }
        return sources;
    }

    private static String standardInput() {
        try {
            InputStream in = System.in;
            return YamlReader.text(in.readNBytes(LARGEST + 1), "-");
        } catch (IOException e) {
            throw new ComposeException(
                    Problem.error("unreadable", "standard input cannot be read", null, ""));
        }
    }
}
