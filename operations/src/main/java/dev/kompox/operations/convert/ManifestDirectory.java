package dev.kompox.operations.convert;

import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.kubernetes.object.Manifests;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory of objects, a file each, named so that their order is that in which to apply them.
 *
 * <p>Files begin with a line that says whose they are. They are written anew each time, and removed
 * when their object is no more: what an older conversion left would be applied as well. Files
 * without that line are never touched.
 */
public final class ManifestDirectory {

    private static final int FEW = 3;

    private final Path directory;

    /** Look at a directory, which need not be there. */
    public ManifestDirectory(Path directory) {
        this.directory = directory;
    }

    /** Return the text of each file by its name, in the order in which to apply them. */
    public static SequencedMap<String, String> files(List<KubernetesObject> objects) {
        int digits = Math.max(2, String.valueOf(objects.size()).length());
        SequencedMap<String, String> files = new LinkedHashMap<>();
        for (KubernetesObject object : objects) {
            String number = String.valueOf(files.size() + 1);
            String name =
                    "0".repeat(digits - number.length())
                            + number
                            + "-"
                            + object.kind().toLowerCase(Locale.ROOT)
                            + "-"
                            + object.name()
                            + ".yaml";
            files.put(name, Mark.on(Manifests.yaml(List.of(object))));
        }
        return files;
    }

    /**
     * Write objects. Files with secret values can be read by their owner only.
     *
     * @param beside whether other files may be in the directory
     * @return the names of the files, in order
     * @throws Refusal if other files are there, and {@code beside} is false or one of them has a
     *     name that is needed; nothing was written then
     */
    public List<String> write(List<KubernetesObject> objects, boolean beside) {
        SequencedMap<String, String> files = files(objects);
        try {
            SortedMap<String, Boolean> there = there();
            refuseForeign(there, files, beside);
            Files.createDirectories(directory);
            int next = 0;
            for (var file : files.entrySet()) {
                boolean secret = Converted.secret(objects.get(next++));
                WholeFile.write(directory.resolve(file.getKey()), file.getValue(), secret);
            }
            for (var old : there.entrySet()) {
                if (old.getValue() && !files.containsKey(old.getKey())) {
                    Files.deleteIfExists(directory.resolve(old.getKey()));
                }
            }
            return List.copyOf(files.keySet());
        } catch (IOException e) {
            throw WholeFile.failed(directory, e);
        }
    }

    private void refuseForeign(
            SortedMap<String, Boolean> there, SequencedMap<String, String> files, boolean beside) {
        List<String> foreign = new ArrayList<>();
        there.forEach((name, own) -> {
            if (!own) {
                foreign.add(name);
            }
        });
        for (String name : foreign) {
            if (files.containsKey(name)) {
                throw new Refusal(
                        directory.resolve(name) + " is not a file that convert has written",
                        "Move it away, or choose another directory with --output");
            }
        }
        if (!foreign.isEmpty() && !beside) {
            List<String> few = foreign.subList(0, Math.min(FEW, foreign.size()));
            throw new Refusal(
                    directory
                            + " has files that convert has not written: "
                            + String.join(", ", few)
                            + (foreign.size() > FEW ? " and others" : ""),
                    "Choose another directory with --output, or leave them beside with --yes");
        }
    }

    /** Return what is there by name, and whether it is a file of an earlier conversion. */
    private SortedMap<String, Boolean> there() throws IOException {
        SortedMap<String, Boolean> there = new TreeMap<>();
        if (!Files.exists(directory)) {
            return there;
        }
        if (!Files.isDirectory(directory)) {
            throw new Refusal(directory + " is no directory", "Choose another one with --output");
        }
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.toList()) {
                there.put(String.valueOf(entry.getFileName()), Mark.isOn(entry));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return there;
    }
}
