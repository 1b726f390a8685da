package dev.kompox.kubernetes.convert;

import dev.kompox.compose.model.Project;
import dev.kompox.compose.model.Service;
import dev.kompox.compose.model.Volume;
import dev.kompox.compose.yaml.Location;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.kubernetes.convert.Report.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads keys that are not typed, and says of each what becomes of it in general. */
final class ServiceKeys {

    private static final Map<String, Rule> RULES = rules();

    private static final List<String> ALONE = List.of("default");

    private record Rule(Verdict verdict, String text) {}

    private ServiceKeys() {}

    /** Say of every key of the project what becomes of it, as far as its value does not matter. */
    static void judge(Project project, Findings findings) {
        project.tree()
                .entries()
                .forEach((key, entry) -> {
                    if (!key.equals("services")) {
                        findings.add(
                                verdict(project, key), key, entry.key().location(), topLevel(key));
                    }
                });
        project.volumes().values().forEach(volume -> judge(volume, findings));
        for (Service service : project.services().values()) {
            service.node()
                    .entries()
                    .forEach((key, entry) -> {
                        Rule rule = RULES.get(key);
                        String path = "services." + service.name() + "." + key;
                        Location at = entry.key().location();
                        if (key.equals("networks") && service.networks().equals(ALONE)) {
                            findings.mapped(path, at, "the network of the pod");
                        } else if (rule != null) {
                            findings.add(rule.verdict, path, at, rule.text);
                        } else {
                            findings.ignored(path, at, "it has no meaning on a cluster");
                        }
                    });
        }
    }

    private static void judge(Volume volume, Findings findings) {
        boolean other = volume.driver() != null && !volume.driver().equals("local");
        if (other || !volume.driverOpts().isEmpty()) {
            findings.caveat(
                    "volumes." + volume.key(),
                    volume.node().location(),
                    "its disk is one of the cluster's: driver and driver_opts do not apply");
        }
    }

    private static Verdict verdict(Project project, String key) {
        return switch (key) {
            case "name", "volumes", "configs", "secrets" -> Verdict.MAPPED;
            case "networks" -> project.networks().size() > 1 ? Verdict.CAVEAT : Verdict.MAPPED;
            default -> Verdict.IGNORED;
        };
    }

    private static String topLevel(String key) {
        return switch (key) {
            case "name" -> "the app's name, unless it has another";
            case "volumes" -> "disks";
            case "configs" -> "ConfigMaps";
            case "secrets" -> "Secrets";
            case "networks" -> "all services share the network of one pod";
            default -> "it has no meaning on a cluster";
        };
    }

    /** Return where a service's key is written. */
    static @Nullable Location at(Service service, String key) {
        MappingNode.Entry entry = service.node().entry(key);
        return entry == null ? null : entry.key().location();
    }

    /** Return a service's scalar as text, or null. */
    static @Nullable String text(MappingNode node, String key) {
        return node.get(key) instanceof ScalarNode scalar && !scalar.isNull()
                ? scalar.text()
                : null;
    }

    /** Tell whether a service's scalar is true. */
    static boolean flag(MappingNode node, String key) {
        return node.get(key) instanceof ScalarNode scalar && scalar.isTrue();
    }

    /** Return a service's list of scalars; a single one counts as a list of one. */
    static List<String> texts(MappingNode node, String key) {
        List<String> texts = new ArrayList<>();
        Node value = node.get(key);
        if (value instanceof ScalarNode scalar && !scalar.isNull()) {
            texts.add(scalar.text());
        }
        if (value instanceof SequenceNode sequence) {
            for (Node item : sequence.items()) {
                if (item instanceof ScalarNode scalar) {
                    texts.add(scalar.text());
                }
            }
        }
        return texts;
    }

    /** Return a mapping below, or an empty one. */
    static MappingNode below(MappingNode node, String... keys) {
        MappingNode found = node;
        for (String key : keys) {
            if (!(found.get(key) instanceof MappingNode next)) {
                return MappingNode.empty(node.location());
            }
            found = next;
        }
        return found;
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        try (InputStream in = ServiceKeys.class.getResourceAsStream("service-keys.txt")) {
            String all =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : all.split("\n", -1)) {
                String[] words = line.split(" ", 3);
                if (words.length == 3 && !line.startsWith("#")) {
                    Verdict verdict = Verdict.valueOf(words[1].toUpperCase(Locale.ROOT));
                    rules.put(words[0], new Rule(verdict, words[2]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }
}
