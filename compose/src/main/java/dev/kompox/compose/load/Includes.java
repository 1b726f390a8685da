package dev.kompox.compose.load;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import dev.kompox.compose.RemoteFiles.Brought;
import dev.kompox.compose.canonical.GoPath;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.merge.Merger;
import dev.kompox.compose.merge.Same;
import dev.kompox.compose.schema.ComposeSchema;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Bring the models of {@code include} in (Compose Specification, "include"). */
final class Includes {

    private static final List<String> SECTIONS =
            List.of("services", "volumes", "networks", "secrets", "configs", "models");

    private static final int DEEPEST = 100;

    private final Diagnostics diagnostics;
    private final Scope scope;
    private final @Nullable String home;

    Includes(Diagnostics diagnostics, Scope scope, @Nullable String home) {
        this.diagnostics = diagnostics;
        this.scope = scope;
        this.home = home;
    }

    /** Give the document with all that it includes, and without the key itself. */
    MappingNode apply(MappingNode document, Source source, Resets resets) {
        Node include = document.get("include");
        if (include == null) {
            return document;
        }
        Where where = Where.ROOT.key("include");
        MappingNode model = document.without("include");
        if (include instanceof ScalarNode scalar && scalar.isNull()) {
            return model;
        }
        if (!(include instanceof SequenceNode list)) {
            diagnostics.error("wrong-type", where, "must be a list", include);
            return model;
        }
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            MappingNode imported = one(item, source, where.item(i));
            if (imported != null) {
                model = join(model, imported, resets);
            }
        }
        return model;
    }

    private @Nullable MappingNode one(Node item, Source source, Where where) {
        if (item instanceof SequenceNode) {
            diagnostics.error("wrong-type", where, "must be a path or a mapping", item);
            return null;
        }
        if (item instanceof MappingNode entry && !onlyTexts(entry, where)) {
            return null;
        }
        List<ScalarNode> paths = texts(item instanceof MappingNode m ? m.get("path") : item);
        if (paths.isEmpty()) {
            diagnostics.error("missing-key", where, "needs the key \"path\"", item);
            return null;
        }
        List<Source> sources = new ArrayList<>();
        for (ScalarNode path : paths) {
            Source read = read(path, source, where, sources.isEmpty());
            if (read != null) {
                sources.add(read);
            }
        }
        if (sources.size() < paths.size()) {
            return null;
        }
        String directory = directory(item, sources.getFirst());
        SequencedMap<String, String> environment =
                new EnvironmentFiles(diagnostics)
                        .merged(scope.environment(), envFiles(item, directory));
        Scope included = scope.included(directory, environment, source.path());
        return new ModelLoader(diagnostics, included, home).load(sources);
    }

    private boolean onlyTexts(MappingNode entry, Where where) {
        Node directory = entry.get("project_directory");
        if (directory != null && !isName(directory)) {
            diagnostics.error(
                    "wrong-type", where.key("project_directory"), "must be a string", directory);
        }
        boolean textual = true;
        for (String key : List.of("path", "env_file")) {
            if (entry.get(key) instanceof SequenceNode list) {
                textual &= onlyTexts(list, where.key(key));
            }
        }
        Node files = entry.get("env_file");
        boolean named = files instanceof ScalarNode text && (text.isString() || text.isNull());
        if (files != null && !(files instanceof SequenceNode) && !named) {
            diagnostics.error(
                    "wrong-type", where.key("env_file"), "must be a string or a list", files);
        }
        return textual;
    }

    private boolean onlyTexts(SequenceNode list, Where where) {
        boolean textual = true;
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            if (!(item instanceof ScalarNode scalar && scalar.isString())) {
                diagnostics.error("wrong-type", where.item(i), "must be a string", item);
                textual = false;
            }
        }
        return textual;
    }

    /**
     * A text, a whole number, which stands for its digits, or nothing, as docker compose has it.
     */
    private static boolean isName(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.isString() || scalar.isInteger() || scalar.isNull());
    }

    private @Nullable Source read(ScalarNode path, Source from, Where where, boolean first) {
        boolean remote = RemoteReference.is(path.text());
        Brought brought =
                remote
                        ? RemoteReference.bring(scope.remote(), path, "include", where, diagnostics)
                        : null;
        if (remote && brought == null) {
            return null;
        }
        if (scope.including().size() >= DEEPEST) {
            String sentence = "files include each other over more than " + DEEPEST + " steps";
            diagnostics.error("include-too-deep", where, sentence, path);
            return null;
        }
        String absolute = brought == null ? scope.absolute(path.text()) : brought.file().toString();
        boolean circle =
                first && (scope.including().contains(absolute) || from.path().equals(absolute));
        if (circle) {
            List<String> chain = new ArrayList<>(scope.including());
            chain.add(from.path());
            chain.add(absolute);
            diagnostics.error(
                    "include-cycle",
                    where,
                    "files include each other: " + String.join(" → ", chain),
                    path);
            return null;
        }
        if (brought == null) {
            scope.warnOfOutside(absolute, "include", path, diagnostics);
        }
        try {
            return Source.open(absolute, diagnostics);
        } catch (ComposeException e) {
            for (Problem problem : e.problems()) {
                if (problem.location() == null) {
                    diagnostics.error(problem.code(), where, problem.sentence(), path);
                } else {
                    diagnostics.add(problem);
                }
            }
            return null;
        }
    }

    private String directory(Node item, Source first) {
        String given =
                item instanceof MappingNode mapping
                        ? ModelLoader.text(mapping.get("project_directory"))
                        : null;
        if (given == null || given.isEmpty()) {
            return GoPath.join(first.path(), "..");
        }
        // docker compose takes what is no directory for a file
        boolean file = !given.startsWith("/") && !Files.isDirectory(Path.of(scope.absolute(given)));
        return file ? GoPath.join(scope.absolute(given), "..") : scope.absolute(given);
    }

    private List<Path> envFiles(Node item, String directory) {
        List<ScalarNode> given =
                item instanceof MappingNode mapping ? texts(mapping.get("env_file")) : List.of();
        List<Path> files = new ArrayList<>();
        for (ScalarNode file : given) {
            if (!file.text().equals("/dev/null")) {
                files.add(Path.of(scope.absolute(file.text())));
            }
        }
        Path usual = Path.of(directory, ".env");
        if (given.isEmpty() && Files.isRegularFile(usual)) {
            files.add(usual);
        }
        return files;
    }

    private static List<ScalarNode> texts(@Nullable Node node) {
        List<ScalarNode> texts = new ArrayList<>();
        if (node instanceof ScalarNode scalar && scalar.isString()) {
            texts.add(scalar);
        } else if (node instanceof SequenceNode list) {
            for (Node item : list.items()) {
                if (item instanceof ScalarNode scalar) {
                    texts.add(scalar);
                }
            }
        }
        return texts;
    }

    /** Lay the document over what it includes: what both define is merged. */
    private MappingNode join(MappingNode model, MappingNode imported, Resets resets) {
        MappingNode base = resets.apply(imported);
        MappingNode joined = model;
        for (String section : SECTIONS) {
            if (!(base.get(section) instanceof MappingNode from)) {
                continue;
            }
            Node own = joined.get(section);
            if (own == null) {
                joined = joined.with(section, from);
            } else if (own instanceof MappingNode mapping) {
                joined = joined.with(section, section(section, from, mapping));
            }
        }
        return joined;
    }

    private MappingNode section(String section, MappingNode from, MappingNode own) {
        Key key = ComposeSchema.root().type().child(section);
        LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(own.entries());
        from.entries()
                .forEach((name, entry) -> {
                    Entry mine = entries.get(name);
                    if (mine == null) {
                        entries.put(name, entry);
                    } else if (!Same.same(mine.value(), entry.value())) {
                        Key child = key == null ? null : key.type().child(name);
                        Where where = Where.ROOT.key(section).key(name);
                        entries.put(
                                name,
                                mine.withValue(
                                        new Merger(diagnostics)
                                                .merge(entry.value(), mine.value(), child, where)));
                    }
                });
        return own.withEntries(entries);
    }
}
