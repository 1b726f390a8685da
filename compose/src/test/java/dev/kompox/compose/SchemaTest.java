package dev.kompox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.kompox.compose.yaml.MappingNode;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.SequenceNode;
import dev.kompox.compose.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What we accept is right by the JSON schema of the Compose Specification as well, read by another
 * validator than ours. {@code -Dschema=FILE} names the schema; {@code ./schema} fetches it.
 */
@EnabledIfSystemProperty(named = "schema", matches = ".+")
class SchemaTest {

    /** What docker compose changes before it asks the schema: doubles go, texts become booleans. */
    private static final Pattern CHANGED =
            Pattern.compile(".* kept once|depends-on: required as (text is refused|a word)");

    /** The file is not what the schema is asked about, but a part of it or more than it. */
    private static final List<String> OTHER =
            List.of("$", "!", "include:", "extends:", "\n---", ".inf");

    private static final Schema SCHEMA = schema();

    @TempDir Path parent;

    private static Schema schema() {
        try {
            String file = System.getProperty("schema", "");
            String text = file.isEmpty() ? "{}" : Files.readString(Path.of(file));
            // its name for itself is relative, which the validator does not take
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text.replaceFirst("\"[$]id\": *\"[^\"]*\",", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SmallCase> whole() {
        return SmallCase.all().stream()
                .filter(small -> small.notes().isEmpty())
                .filter(small -> small.files().keySet().equals(Set.of("compose.yaml")))
                .filter(small -> OTHER.stream().noneMatch(part -> text(small).contains(part)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("whole")
    void takesNothingThatTheSchemaRefuses(SmallCase small) {
        if (Verdicts.ours(small.layOut(parent)) == null) {
            return;
        }
        Node node = YamlReader.read(text(small), "compose.yaml").getFirst();

        assertThat(SCHEMA.validate(Json.text(tree(node)), InputFormat.JSON))
                .as(small.toString())
                .matches(errors -> errors.isEmpty() || CHANGED.matcher(small.toString()).matches());
    }

    private static String text(SmallCase small) {
        return String.valueOf(small.files().get("compose.yaml"));
    }

    private static @Nullable Object tree(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                mapping.entries().forEach((name, entry) -> entries.put(name, tree(entry.value())));
                yield entries;
            }
            case SequenceNode list -> {
                List<@Nullable Object> items = new ArrayList<>();
                list.items().forEach(item -> items.add(tree(item)));
                yield items;
            }
            case ScalarNode scalar -> scalar(scalar);
        };
    }

    private static @Nullable Object scalar(ScalarNode scalar) {
        if (scalar.isNull()) {
            return null;
        }
        if (scalar.isInteger()) {
            return new BigInteger(scalar.text());
        }
        if (scalar.isFloat()) {
            return Double.valueOf(scalar.text());
        }
        return scalar.isBoolean() ? Boolean.valueOf(scalar.text()) : scalar.text();
    }
}
