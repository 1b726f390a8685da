package dev.kompox.operations.kubeconfig;

import dev.kompox.operations.engine.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Adds a kubeconfig of one context to a file of several. */
public final class KubeconfigMerge {

    private static final String CURRENT = "current-context";

    private KubeconfigMerge() {}

    /**
     * Return what the file will hold; nothing if it holds all of it already. Its current context
     * stays, if it has one.
     *
     * @param file the file, which need not be there
     * @param one as {@link Kubeconfig#alone} makes it
     * @param replace whether what has the same name may be replaced
     * @throws Refusal if the file has something else under one of its names
     */
    public static Optional<SequencedMap<String, @Nullable Object>> of(
            Path file, SequencedMap<String, @Nullable Object> one, boolean replace) {
        if (!Files.exists(file)) {
            return Optional.of(one);
        }
        String context = String.valueOf(one.get(CURRENT));
        Kubeconfig there = Kubeconfig.read(List.of(file));
        if (there.contexts().contains(context) && there.alone(context).equals(one)) {
            return Optional.empty();
        }
        SequencedMap<String, @Nullable Object> whole =
                PlainValue.map(KubeconfigFile.read(file).root());
        for (Section section : Section.values()) {
            List<@Nullable Object> entries = new ArrayList<>();
            if (whole.get(section.list) instanceof List<?> before) {
                entries.addAll(before);
            }
            if (one.get(section.list) instanceof List<?> added) {
                added.forEach(entry -> put(file, section, entries, entry, replace));
            }
            whole.put(section.list, entries);
        }
        if (there.current().isEmpty()) {
            whole.put(CURRENT, context);
        }
        return Optional.of(whole);
    }

    private static void put(
            Path file,
            Section section,
            List<@Nullable Object> entries,
            Object added,
            boolean replace) {
        String name = name(added);
        for (int i = 0; i < entries.size(); i++) {
            if (name.equals(name(entries.get(i)))) {
                if (!replace && !added.equals(entries.get(i))) {
                    throw new Refusal(
                            file + " has another " + section.content + " called " + name,
                            "Replace it with --yes, or merge into another file with --output");
                }
                entries.set(i, added);
                return;
            }
        }
        entries.add(added);
    }

    private static String name(@Nullable Object entry) {
        return entry instanceof Map<?, ?> map ? Objects.toString(map.get("name"), "") : "";
    }
}
