package dev.kompox.compose.yaml;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.parser.Parser;

/** Build located nodes from parser events, counting what they cost. */
final class TreeBuilder {

    private static final int MOST_PROBLEMS = 100;

    private final Parser events;
    private final String text;
    private final String sourceName;
    private final Limits limits;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int depth;
    private int reached;
    private long nodes;
    private long characters;

    /** A node an alias may name; {@code node} is null while the node is still being read. */
    private record Anchored(@Nullable Node node, long size, long characters, int height) {}

    TreeBuilder(Parser events, String text, String sourceName, Limits limits) {
        this.events = events;
        this.text = text;
        this.sourceName = sourceName;
        this.limits = limits;
    }

    List<Node> documents() {
        List<Node> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                documents.add(node(events.next()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ComposeException(problems);
        }
        return documents;
    }

    private Node node(Event event) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        NodeEvent start = (NodeEvent) event;
        long before = nodes;
        long charactersBefore = characters;
        int outside = reached;
        reached = depth;
        count(1, event instanceof ScalarEvent scalar ? scalar.getValue().length() : 0, event);
        Optional<Anchor> anchor = start.getAnchor();
        anchor.ifPresent(name -> anchors.put(name.getValue(), new Anchored(null, 0, 0, 0)));
        Node node =
                event instanceof ScalarEvent scalar
                        ? scalar(scalar)
                        : collection((CollectionStartEvent) event);
        Anchored anchored =
                new Anchored(node, nodes - before, characters - charactersBefore, reached - depth);
        anchor.ifPresent(name -> anchors.put(name.getValue(), anchored));
        reached = Math.max(reached, outside);
        return node;
    }

    private Node aliased(AliasEvent alias) {
        String name = alias.getAnchor().map(Anchor::getValue).orElse("");
        Anchored target = anchors.get(name);
        if (target == null) {
            throw refuse(
                    "unknown-alias", "there is no anchor &" + name + " before *" + name, alias);
        }
        if (target.node() == null) {
            throw refuse("recursive-alias", "*" + name + " stands inside its own anchor", alias);
        }
        count(target.size(), target.characters(), alias);
        reach(depth + target.height(), alias);
        return target.node();
    }

    private ScalarNode scalar(ScalarEvent event) {
        String tag = event.getTag().map(Tag::shorten).orElse("");
        return Scalars.resolve(location(event), tag, event.getValue(), event.isPlain());
    }

    private Node collection(CollectionStartEvent start) {
        reach(++depth, start);
        String tag = start.getTag().map(Tag::shorten).orElse("!");
        Node node =
                start.getEventId() == Event.ID.SequenceStart
                        ? sequence(start, tag.equals("!") ? Tag.SEQUENCE : tag)
                        : mapping(start, tag.equals("!") ? Tag.MAPPING : tag);
        depth--;
        return node;
    }

    private Node sequence(CollectionStartEvent start, String tag) {
        List<Node> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event));
            event = events.next();
        }
        return new SequenceNode(location(start), tag, items);
    }

    private Node mapping(CollectionStartEvent start, String tag) {
        MappingEntries entries = new MappingEntries(this::problem);
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            if (!(node(event) instanceof ScalarNode key)) {
                throw refuse("complex-key", "a key must be a plain text", event);
            }
            entries.add(key, node(events.next()));
            event = events.next();
        }
        return new MappingNode(location(start), tag, entries.merged());
    }

    private void reach(int level, Event event) {
        if (level > limits.depth()) {
            throw refuse("too-deep", "nested deeper than " + limits.depth() + " levels", event);
        }
        reached = Math.max(reached, level);
    }

    private void count(long more, long moreCharacters, Event event) {
        nodes += more;
        characters += moreCharacters;
        if (nodes > limits.nodes()) {
            throw refuse(
                    "too-many-nodes",
                    "more than " + limits.nodes() + " nodes once every alias is written out",
                    event);
        }
        if (characters > limits.bytes()) {
            throw refuse(
                    "too-large",
                    "more than " + limits.bytes() + " characters once every alias is written out",
                    event);
        }
    }

    private Location location(Event event) {
        return event.getStartMark()
                .map(mark -> new Location(sourceName, mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> new Location(sourceName, 1, 1));
    }

    private void problem(String code, String sentence, ScalarNode key) {
        if (problems.size() >= MOST_PROBLEMS) {
            return;
        }
        String snippet = Snippet.of(text, key.location(), key.written().length());
        String remedy = "Edit line " + key.location().line() + " of " + sourceName + ".";
        problems.add(Problem.error(code, sentence, key.location(), snippet).withRemedy(remedy));
    }

    private ComposeException refuse(String code, String sentence, Event event) {
        Location location = location(event);
        return new ComposeException(
                Problem.error(code, sentence, location, Snippet.of(text, location, 1))
                        .withRemedy("Edit line " + location.line() + " of " + sourceName + "."));
    }
}
