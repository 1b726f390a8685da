package dev.kompox.compose.load;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.compose.RemoteFiles.Brought;
import dev.kompox.compose.canonical.GoPath;
import dev.kompox.compose.canonical.Paths;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.merge.Merger;
import dev.kompox.compose.schema.ComposeSchema;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.Rewrite;
import dev.kompox.compose.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lay services over the ones that they extend (Compose Specification, "extends"). */
final class Extends {

    private static final int LONGEST = 200;

    private final Diagnostics diagnostics;
    private final ModelLoader loader;
    private final Scope scope;
    private final Budget budget = Budget.ofExtending();
    private final Map<String, Origin> files = new HashMap<>();

    /** Services that can be extended, and where they come from. */
    private record Origin(
            String file,
            String path,
            MappingNode services,
            Resets resets,
            Map<String, Node> extended) {

        Origin(String file, String path, MappingNode services, Resets resets) {
            this(file, path, services, resets, new HashMap<>());
        }
    }

    /** One step of a chain, for finding circles. */
    private record Step(String path, String file, String service) {}

    Extends(Diagnostics diagnostics, ModelLoader loader, Scope scope) {
        this.diagnostics = diagnostics;
        this.loader = loader;
        this.scope = scope;
    }

    /** Give the document with every service extended. */
    MappingNode apply(MappingNode document, Source source, Resets resets) {
        Node section = document.get("services");
        if (section instanceof ScalarNode nothing && nothing.isNull()) {
            // each file by itself, even if another one has services
            diagnostics.error(
                    "wrong-type",
                    Where.ROOT.key("services"),
                    "must be a mapping, not nothing",
                    nothing,
                    "",
                    "Write a service below, or remove the line.");
        }
        if (!(section instanceof MappingNode services)) {
            return document;
        }
        Origin origin = new Origin(source.name(), source.path(), services, resets);
        MappingNode extended =
                Rewrite.entries(
                        services, (name, value) -> extended(name, value, origin, List.of()));
        return document.with("services", extended);
    }

    private Node extended(String name, Node value, Origin origin, List<Step> chain) {
        if (!(value instanceof MappingNode service) || !service.has("extends")) {
            return value;
        }
        Where where = Where.ROOT.key("services").key(name).key("extends");
        Node given = service.get("extends");
        ScalarNode ref = reference(given, "service");
        if (ref == null || given == null) {
            diagnostics.error("missing-key", where, "needs the key \"service\"", value);
            return service.without("extends");
        }
        ScalarNode file = given instanceof MappingNode ? reference(given, "file") : null;
        Origin from = file == null ? origin : open(file, where);
        Node base = from == null ? null : base(name, ref, from, chain, where);
        if (!(base instanceof MappingNode earlier)) {
            if (base instanceof ScalarNode scalar && scalar.isNull()) {
                return service; // docker compose goes on printing the key then
            }
            if (base != null) {
                diagnostics.error("wrong-type", where, "extends what is no mapping", ref);
            }
            return service.without("extends");
        }
        Node merged =
                new Merger(diagnostics)
                        .merge(
                                origin.resets().apply(earlier, name),
                                service,
                                ComposeSchema.service(),
                                Where.ROOT.key("services").key(name));
        budget.spend(merged);
        return merged instanceof MappingNode mapping ? mapping.without("extends") : merged;
    }

    private @Nullable Node base(
            String name, ScalarNode ref, Origin from, List<Step> chain, Where where) {
        Node base = from.services().get(ref.text());
        if (base == null) {
            diagnostics.error(
                    "unknown-service",
                    where,
                    "service \"" + ref.text() + "\" is not in " + from.file(),
                    ref);
            return null;
        }
        Step step = new Step(from.path(), from.file(), name);
        List<Step> longer = new ArrayList<>(chain);
        longer.add(step);
        if (chain.contains(step)) {
            circle(longer, ref, where);
            return null;
        }
        if (longer.size() > LONGEST) {
            diagnostics.error(
                    "extends-too-deep",
                    where,
                    "services extend each other over more than " + LONGEST + " steps",
                    ref);
            return null;
        }
        Node known = from.extended().get(ref.text());
        if (known != null) {
            return known;
        }
        Node extended = extended(ref.text(), base, from, longer);
        from.extended().put(ref.text(), extended);
        return extended;
    }

    private void circle(List<Step> chain, ScalarNode ref, Where where) {
        List<String> names = new ArrayList<>();
        for (Step step : chain) {
            names.add(step.service() + " (" + step.file() + ")");
        }
        diagnostics.error(
                "extends-cycle",
                where,
                "services extend each other: " + String.join(" → ", names),
                ref);
    }

    private @Nullable Origin open(ScalarNode file, Where where) {
        boolean remote = RemoteReference.is(file.text());
        Brought brought =
                remote
                        ? RemoteReference.bring(scope.remote(), file, "extends", where, diagnostics)
                        : null;
        if (remote && brought == null) {
            return null;
        }
        String path = brought == null ? scope.absolute(file.text()) : brought.file().toString();
        Origin known = files.get(path);
        if (known != null) {
            return known;
        }
        if (brought == null) {
            scope.warnOfOutside(path, "extends", file, diagnostics);
        }
        // docker compose completes the paths of a remote file from the root of all that came
        String from = brought == null ? GoPath.join(path, "..") : brought.root().toString();
        try {
            Origin opened = read(path, from, file, where);
            files.put(path, opened);
            return opened;
        } catch (ComposeException e) {
            for (Problem problem : e.problems()) {
                if (problem.location() == null) {
                    diagnostics.error(problem.code(), where, problem.sentence(), file);
                } else {
                    diagnostics.add(problem);
                }
            }
            diagnostics.stopOnErrors();
            return null;
        }
    }

    private Origin read(String path, String from, ScalarNode file, Where where) {
        Source source = Source.open(path, diagnostics);
        Resets resets = new Resets();
        MappingNode model = loader.loadRaw(source, resets);
        Node resolved =
                new Paths(scope.seen(from), loader.home(), diagnostics)
                        .resolve(model, ComposeSchema.root());
        if (!(resolved instanceof MappingNode absolute)
                || !(absolute.get("services") instanceof MappingNode services)) {
            diagnostics.error("unknown-service", where, file.text() + " has no services", file);
            return new Origin(source.name(), path, MappingNode.empty(file.location()), resets);
        }
        return new Origin(source.name(), path, services, resets);
    }

    private static @Nullable ScalarNode reference(@Nullable Node given, String key) {
        Node value = given instanceof MappingNode mapping ? mapping.get(key) : given;
        return value instanceof ScalarNode scalar && scalar.isString() ? scalar : null;
    }
}
