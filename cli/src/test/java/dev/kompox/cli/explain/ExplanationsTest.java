package dev.kompox.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.compose.schema.ComposeSchema;
import dev.kompox.compose.schema.Key;
import dev.kompox.compose.schema.ServiceKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every key and every code is explained, and nothing that does not exist. */
class ExplanationsTest {

    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\",");

    private final Explanations all = Explanations.read();

    @Test
    void explainsEveryKeyOfTheComposeSpecification() {
        Set<String> keys = new TreeSet<>();
        collect(ComposeSchema.root(), "", keys);
        Set<String> explained = new TreeSet<>();
        for (String key : all.keys()) {
            boolean other =
                    !Character.isLowerCase(key.charAt(0))
                            || key.contains("-")
                            || key.startsWith("metadata.")
                            || key.equals("unreadable");
            if (!other) {
                explained.add(key);
            }
        }
        assertThat(explained).isEqualTo(keys);
    }

    @Test
    void explainsEveryCodeOfAProblem() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("../compose/src/main/java"))) {
            for (Path source : sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher codes = CODE.matcher(Files.readString(source));
                while (codes.find()) {
                    if (all.find(codes.group(1)).isEmpty()) {
                        missing.add(codes.group(1));
                    }
                }
            }
        }
        missing.removeAll(Set.of("on-failure", "start-first", "stop-first", "x-", "ls-remote"));
        assertThat(missing).isEmpty();
    }

    @Test
    void explainsTheKeysOfAStepAsThoseOfTheService() {
        assertThat(all.find("services.pre_start.image"))
                .extracting(Explanation::key)
                .containsExactly("services.image");
    }

    @Test
    void findsAServiceKeyByItsOwnName() {
        assertThat(all.find("stop_grace_period"))
                .extracting(Explanation::key)
                .containsExactly("services.stop_grace_period");
    }

    private static void collect(@Nullable Key key, String path, Set<String> keys) {
        if (key == null) {
            return;
        }
        collect(key.type().items(), path, keys);
        collect(key.type().values(), path, keys);
        if (key.type().shape() != null) {
            List<Key> children = new ArrayList<>(key.type().shape().keys().values());
            for (Key child : children) {
                String name = path.isEmpty() ? child.name() : path + "." + child.name();
                boolean again =
                        path.equals("services.pre_start")
                                && ServiceKeys.OF_A_CONTAINER.contains(child.name());
                if (!again && keys.add(name)) {
                    collect(child, name, keys);
                }
            }
        }
    }
}
