package dev.kompox.compose.load;

import dev.kompox.compose.LoadStep;
import dev.kompox.compose.canonical.Canonical;
import dev.kompox.compose.canonical.Paths;
import dev.kompox.compose.check.ResourceRules;
import dev.kompox.compose.check.Validator;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.merge.Doubles;
import dev.kompox.compose.merge.Merger;
import dev.kompox.compose.schema.ComposeSchema;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Load the files of one model, the main one or an included one, and merge them in order. */
final class ModelLoader {

    private static final Key ROOT = ComposeSchema.root();

    private final Diagnostics diagnostics;
    private final Scope scope;
    private final @Nullable String home;

    ModelLoader(Diagnostics diagnostics, Scope scope, @Nullable String home) {
        this.diagnostics = diagnostics;
        this.scope = scope;
        this.home = home;
    }

    /** The home directory that paths may begin with, or null when it is not known. */
    @Nullable String home() {
        return home;
    }

    /** Give the merged, canonical and checked model with absolute paths. */
    MappingNode load(List<Source> sources) {
        MappingNode model = MappingNode.empty(new Location(sources.getFirst().name(), 1, 1));
        for (Source source : sources) {
            for (MappingNode document : documents(source)) {
                model = add(model, document, source);
            }
        }
        model = Defaults.add(model);
        new ResourceRules(diagnostics).check(model);
        diagnostics.stopOnErrors();
        return ListedVariables.resolve(withPaths(model), scope.variables());
    }

    private MappingNode withPaths(MappingNode model) {
        String base = scope.base();
        if (base == null) {
            return model;
        }
        Node resolved = new Paths(base, home, diagnostics).resolve(model, ROOT);
        return resolved instanceof MappingNode mapping ? mapping : model;
    }

    private MappingNode add(MappingNode model, MappingNode document, Source source) {
        Resets resets = new Resets();
        MappingNode filled = filled(resets.collect(document));
        diagnostics.stopOnErrors();
        MappingNode imported = new Includes(diagnostics, scope, home).apply(filled, source, resets);
        MappingNode extended =
                new Extends(diagnostics, this, scope).apply(imported, source, resets);
        MappingNode merged = merged(resets.apply(model), extended);
        Budget.ofModel().spend(merged);
        new Validator(diagnostics).check(merged, ROOT, Where.ROOT);
        diagnostics.stopOnErrors();
        return canonical(withoutVersion(merged, source));
    }

    /**
     * Load a file that a service extends: neither its includes nor its own extends are followed.
     */
    MappingNode loadRaw(Source source, Resets resets) {
        MappingNode model = MappingNode.empty(new Location(source.name(), 1, 1));
        for (MappingNode document : documents(source)) {
            model = canonical(merged(model, filled(resets.collect(document))));
        }
        diagnostics.stopOnErrors();
        return model;
    }

    private List<MappingNode> documents(Source source) {
        List<MappingNode> documents = new ArrayList<>();
        for (Node node : source.documents()) {
            new TextKeys(diagnostics).check(node, Where.ROOT);
            if (node instanceof MappingNode mapping) {
                documents.add(mapping);
            } else {
                diagnostics.error(
                        "wrong-type",
                        Where.ROOT,
                        "a Compose file must be a mapping, not " + node.kind(),
                        node);
            }
        }
        diagnostics.stopOnErrors();
        return documents;
    }

    private MappingNode filled(MappingNode document) {
        if (!scope.does(LoadStep.INTERPOLATION)) {
            return document;
        }
        Node filled =
                new Interpolation(scope.variables(), diagnostics).fill(document, ROOT, Where.ROOT);
        return filled instanceof MappingNode mapping ? mapping : document;
    }

    private MappingNode merged(MappingNode model, MappingNode document) {
        Node merged = new Merger(diagnostics).merge(model, document, ROOT, Where.ROOT);
        return withoutDoubles(merged instanceof MappingNode mapping ? mapping : document);
    }

    private MappingNode withoutDoubles(MappingNode model) {
        Node single = new Doubles(diagnostics).remove(model, ROOT, Where.ROOT);
        return single instanceof MappingNode mapping ? mapping : model;
    }

    private MappingNode canonical(MappingNode model) {
        Node expanded =
                new Canonical(diagnostics, !scope.does(LoadStep.INTERPOLATION))
                        .expand(model, ROOT, Where.ROOT);
        MappingNode canonical = expanded instanceof MappingNode mapping ? mapping : model;
        // writing ports out can show that two entries publish the same one
        return withoutDoubles(EmptyDns.remove(canonical));
    }

    private MappingNode withoutVersion(MappingNode model, Source source) {
        MappingNode.Entry version = model.entry("version");
        if (version == null) {
            return model;
        }
        diagnostics.warning(
                "obsolete-version",
                source.name()
                        + ": the attribute `version` is obsolete, it will be ignored, please remove"
                        + " it to avoid potential confusion",
                version.key().location());
        return model.without("version");
    }

    static @Nullable String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar && !scalar.isNull() ? scalar.text() : null;
    }

    static MappingNode section(MappingNode model, String key) {
        return model.get(key) instanceof MappingNode mapping
                ? mapping
                : MappingNode.of(model.location(), new LinkedHashMap<>());
    }
}
