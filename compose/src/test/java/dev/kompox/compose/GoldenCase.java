package dev.kompox.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One golden folder: its inputs, its options, and what docker compose made of it. */
record GoldenCase(Path folder, Map<String, String> notes) {

    static List<GoldenCase> all(String suite) {
        Path root = Path.of("src/test/resources", suite).toAbsolutePath();
        try (Stream<Path> folders = Files.list(root)) {
            return folders.sorted().map(GoldenCase::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GoldenCase read(Path folder) {
        Map<String, String> notes = new LinkedHashMap<>();
        for (String line : text(folder.resolve("case.md")).split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (!line.startsWith("#") && colon > 0) {
                notes.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return new GoldenCase(folder, notes);
    }

    LoadRequest request() {
        Map<String, String> environment = new LinkedHashMap<>(Map.of("HOME", "/root"));
        for (String pair : words("env")) {
            int equals = pair.indexOf('=');
            environment.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        List<Path> files = new ArrayList<>();
        List<String> profiles = new ArrayList<>();
        List<String> args = words("args");
        for (int i = 0; i + 1 < args.size(); i += 2) {
            if (args.get(i).equals("-f")) {
                files.add(Path.of(args.get(i + 1)));
            } else {
                profiles.add(args.get(i + 1));
            }
        }
        return LoadRequest.of(folder, environment)
                .withFiles(files.isEmpty() ? List.of(Path.of("in-compose.yaml")) : files)
                .withProfiles(profiles);
    }

    private List<String> words(String note) {
        String line = notes.getOrDefault(note, "");
        return line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
    }

    boolean refused() {
        return notes.containsKey("refused");
    }

    /** Give the oldest version of docker compose that is known to behave so. */
    String since() {
        return notes.getOrDefault("since", "2.20");
    }

    String expected(String file) {
        return text(folder.resolve(file));
    }

    /** Put the fixed names of the recording in place of this machine's paths. */
    String portable(String output) {
        return output.replace(folder.toString(), "/project")
                .replace(String.valueOf(folder.getParent()), "/up");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(folder.getFileName());
    }
}
