package dev.kompox.manifest.read;

import dev.kompox.compose.Problem;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.MappingNode.Entry;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.manifest.kom.ComposeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Take out of a source what may be secret before lines of it are shown: settings, a Compose model
 * written into the document, and whatever stands under keys nobody knows (a mistyped {@code
 * settings}).
 */
final class Concealed {

    static final String SETTINGS = "settings";
    static final String COMPOSE = "compose";

    private static final Set<String> TOP_KEYS = Set.of("apiVersion", "kind", "metadata", "status");
    private static final Set<String> SPEC_KEYS =
            Set.of(
                    "driver",
                    "existing",
                    "ingress",
                    "protection",
                    "volumes",
                    "deployment",
                    "networkPolicy",
                    "resources",
                    "component",
                    "image",
                    "command",
                    "args",
                    "komPath",
                    "appId");

    private final List<Location> secrets = new ArrayList<>();
    private final NavigableSet<Location> others = new TreeSet<>();

    private Concealed() {}

    /** Give the text with {@code …} in place of each secret, every line where it was. */
    static String text(String text, List<Node> documents) {
        Concealed concealed = new Concealed();
        documents.forEach(concealed::document);
        StringBuilder shown = new StringBuilder(text);
        for (Location secret : concealed.secrets) {
            Location next = concealed.others.higher(secret);
            blank(shown, offset(text, secret), next == null ? text.length() : offset(text, next));
        }
        return shown.toString().replaceAll(" +(?=[\r\n]|\\z)", "");
    }

    /** Show no line of a source that is not even YAML when it may hold secrets. */
    static Problem problem(Problem problem, String text) {
        if (!text.contains(SETTINGS) && !text.contains(COMPOSE)) {
            return problem;
        }
        return new Problem(
                problem.code(),
                problem.severity(),
                problem.sentence(),
                problem.location(),
                "",
                problem.remedy());
    }

    private void document(Node document) {
        others.add(document.location());
        if (document instanceof MappingNode top) {
            for (Entry entry : top.entries().values()) {
                if (entry.key().text().equals("spec")
                        && entry.value() instanceof MappingNode spec) {
                    others.add(entry.key().location());
                    spec.entries().values().forEach(each -> entry(each, SPEC_KEYS));
                } else {
                    entry(entry, TOP_KEYS);
                }
            }
        }
    }

    private void entry(Entry entry, Set<String> open) {
        others.add(entry.key().location());
        if (open.contains(entry.key().text()) || isFile(entry)) {
            walk(entry.value());
        } else {
            secrets.add(entry.value().location());
        }
    }

    private static boolean isFile(Entry entry) {
        return entry.key().text().equals(COMPOSE)
                && entry.value() instanceof ScalarNode scalar
                && scalar.text().startsWith(ComposeSource.File.PREFIX);
    }

    private void walk(Node node) {
        others.add(node.location());
        switch (node) {
            case MappingNode mapping ->
                    mapping.entries()
                            .values()
                            .forEach(entry -> {
                                others.add(entry.key().location());
                                walk(entry.value());
                            });
            case SequenceNode sequence -> sequence.items().forEach(this::walk);
            case ScalarNode scalar -> {}
        }
    }

    private static void blank(StringBuilder shown, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = shown.charAt(i);
            if (c != '\n' && c != '\r') {
                shown.setCharAt(i, i == from ? '…' : ' ');
            }
        }
    }

    private static int offset(String text, Location location) {
        int start = 0;
        for (int line = 1; line < location.line() && start < text.length(); line++) {
            while (start < text.length() && !isBreak(text.charAt(start))) {
                start++;
            }
            start += text.startsWith("\r\n", start) ? 2 : 1;
        }
        int end = start;
        for (int column = 1; column < location.column() && end < text.length(); column++) {
            end += Character.charCount(text.codePointAt(end));
        }
        return Math.min(end, text.length());
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
