package dev.kompox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.cli.command.Command;
import dev.kompox.cli.command.Globals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every command that a message tells people to type is one that there is. */
class RemediesTest {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern TYPED =
            Pattern.compile("\\bkompox ((?:[a-z]+ ?)+)((?:(?:[A-Z/]+ ?)?--[a-z-]+ ?)*)");

    @Test
    void namesOnlyCommandsAndOptionsThatThereAre() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (Path file : sources()) {
            for (MatchResult typed : typed(Files.readString(file))) {
                seen++;
                complaint(typed).ifPresent(what -> wrong.add(file.getFileName() + ": " + what));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(80);
    }

    private static Optional<String> complaint(MatchResult typed) {
        List<String> words = List.of(typed.group(1).strip().split(" +", -1));
        Command command = command(words);
        boolean group = Catalogue.isGroup(words.getFirst()) || words.getFirst().equals("help");
        if (command == null) {
            return group ? Optional.empty() : Optional.of(typed.group());
        }
        for (String word : typed.group(2).split(" +", -1)) {
            boolean known =
                    !word.startsWith("--") || Globals.sharedWith(command.syntax()).has(word);
            if (!known) {
                return Optional.of(typed.group());
            }
        }
        return Optional.empty();
    }

    /** Find the command that the first one or two words name. */
    private static @Nullable Command command(List<String> words) {
        for (int count = Math.min(2, words.size()); count > 0; count--) {
            Command command = Catalogue.find(words.subList(0, count));
            if (command != null) {
                return command;
            }
        }
        return null;
    }

    /** Find what the literals of a source tell people to type, neighbours joined. */
    private static List<MatchResult> typed(String source) {
        List<MatchResult> found = new ArrayList<>();
        String joined = source.replaceAll("\"\\s*\\+\\s*\"", "");
        Matcher literals = LITERAL.matcher(joined);
        while (literals.find()) {
            TYPED.matcher(literals.group(1)).results().forEach(found::add);
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module :
                List.of("cli", "operations", "driver-api", "drivers/docker", "compose")) {
            try (Stream<Path> all = Files.walk(Path.of("..", module, "src/main/java"))) {
                all.filter(path -> path.toString().endsWith(".java"))
                        .filter(path -> !path.endsWith("package-info.java"))
                        .sorted()
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}
