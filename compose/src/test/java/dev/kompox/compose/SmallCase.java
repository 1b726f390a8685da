package dev.kompox.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One small model that shows one thing; many stand in one file, {@code TOPIC.cases}. What docker
 * compose made of each is recorded beside it, one line a case: in {@code TOPIC.v2} what 2.40.3 did,
 * in {@code TOPIC.v5} what 5 does otherwise, which we then follow.
 *
 * @param topic its file's name
 * @param name what it shows
 * @param notes what stands before its files: {@code env}, {@code args}
 * @param files its files by path
 */
record SmallCase(String topic, String name, Map<String, String> notes, Map<String, String> files) {

    static final Path FOLDER =
            Path.of(System.getProperty("cases.folder", "src/test/resources/cases"))
                    .toAbsolutePath();

    private static final String REFUSED = "refused";

    /** Cases in which we do otherwise, with the reason. */
    private static final Map<String, String> DIFFERENCES = pairs(FOLDER.resolve("differences.tsv"));

    /** Recorded answers by the file that they stand in. */
    private static final Map<Path, Map<String, String>> ANSWERS = new ConcurrentHashMap<>();

    static List<SmallCase> all() {
        return topics().stream().flatMap(topic -> of(topic).stream()).toList();
    }

    static List<String> topics() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".cases"))
                    .map(name -> name.substring(0, name.length() - ".cases".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SmallCase> of(String topic) {
        List<SmallCase> cases = new ArrayList<>();
        String text = "\n" + read(FOLDER.resolve(topic + ".cases"));
        for (String part : text.split("\n## ", -1)) {
            if (!part.isBlank()) {
                cases.add(parse(topic, part));
            }
        }
        return cases;
    }

    private static SmallCase parse(String topic, String part) {
        String[] pieces = part.split("\n--- ", -1);
        String[] head = pieces[0].split("\n", -1);
        Map<String, String> notes = new LinkedHashMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(": ");
            if (colon > 0) {
                notes.put(head[i].substring(0, colon), head[i].substring(colon + 2));
            }
        }
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 1; i < pieces.length; i++) {
            int end = pieces[i].indexOf('\n');
            String path = end < 0 ? pieces[i] : pieces[i].substring(0, end);
            String content = end < 0 ? "" : pieces[i].substring(end + 1).stripTrailing();
            files.put(path.strip(), content.isEmpty() ? "" : content + "\n");
        }
        return new SmallCase(topic, head[0].strip(), notes, files);
    }

    /**
     * Write its files below a directory, in a folder {@code t}, and give the request to load it.
     */
    LoadRequest layOut(Path parent) {
        Fixture fixture = new Fixture(parent.resolve("t"));
        files.forEach(fixture::file);
        Map<String, String> environment = new LinkedHashMap<>(Map.of("HOME", "/root"));
        for (String pair : words("env")) {
            int equals = pair.indexOf('=');
            environment.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        LoadRequest request = LoadRequest.of(parent.resolve("t"), environment);
        List<Path> composeFiles = new ArrayList<>();
        List<Path> envFiles = new ArrayList<>();
        List<String> profiles = new ArrayList<>();
        List<String> args = words("args");
        for (int i = 0; i + 1 < args.size(); i += 2) {
            String value = args.get(i + 1);
            switch (args.get(i)) {
                case "-f" -> composeFiles.add(Path.of(value));
                case "--env-file" -> envFiles.add(Path.of(value));
                case "--profile" -> profiles.add(value);
                case "-p" -> request = request.withProjectName(value);
                case "--project-directory" ->
                        request = request.withProjectDirectory(Path.of(value));
                default -> throw new IllegalArgumentException(args.get(i));
            }
        }
        return request.withFiles(composeFiles).withEnvFiles(envFiles).withProfiles(profiles);
    }

    List<String> words(String note) {
        String line = notes.getOrDefault(note, "").strip();
        return line.isEmpty() ? List.of() : List.of(line.split(" +", -1));
    }

    /** Ask docker compose; its JSON with this machine's paths taken out, or null if it refuses. */
    @Nullable String asked(LoadRequest request, Path parent) {
        String answer =
                DockerCompose.config(
                        request.workingDirectory(), request.environment(), words("args"));
        return answer == null ? null : portable(answer, parent);
    }

    /** Take this machine's paths out. */
    static String portable(String json, Path parent) {
        return json.replace(parent.toString(), "/up");
    }

    /** Give what was recorded of the version that we follow, or null if it refuses. */
    @Nullable String recorded() {
        String line = line("v5");
        String followed = line == null ? line("v2") : line;
        if (followed == null) {
            throw new IllegalStateException(
                    this + " is not recorded; see SmallCaseRecorder for how to");
        }
        return followed.equals(REFUSED) ? null : followed;
    }

    /** Give what was recorded of one version, or null if it refused. */
    @Nullable String recorded(String version) {
        String line = line(version);
        return line == null || line.equals(REFUSED) ? null : line;
    }

    /** Tell whether version 5 was recorded to do otherwise. */
    boolean isOtherwiseInVersion5() {
        return line("v5") != null;
    }

    private @Nullable String line(String version) {
        Path file = FOLDER.resolve(topic + "." + version);
        return ANSWERS.computeIfAbsent(file, SmallCase::answers).get(name);
    }

    private static Map<String, String> answers(Path file) {
        return Files.exists(file) ? pairs(file) : Map.of();
    }

    private static Map<String, String> pairs(Path file) {
        return read(file)
                .lines()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    /** Tell whether differences are what they should be: none, unless there is a reason. */
    boolean isExpected(List<? extends String> differences) {
        return differences.isEmpty() != DIFFERENCES.containsKey(toString());
    }

    static String line(String name, @Nullable String json) {
        return name + "\t" + (json == null ? REFUSED : json) + "\n";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return topic + ": " + name;
    }
}
