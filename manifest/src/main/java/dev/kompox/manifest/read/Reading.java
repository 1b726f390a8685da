package dev.kompox.manifest.read;

import dev.kompox.compose.Problem;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.ScalarNode;
import dev.kompox.compose.yaml.Tag;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Report the problems of one file, without showing what may be secret. */
final class Reading {

    private final Diagnostics diagnostics;
    private final String text;
    private final List<Node> documents;
    private int errors;

    Reading(Diagnostics diagnostics, String text, List<Node> documents) {
        this.diagnostics = diagnostics;
        this.text = text;
        this.documents = documents;
    }

    /** Count the errors so far. */
    int errors() {
        return errors;
    }

    void error(String code, Where where, String sentence, Node at) {
        error(code, where, sentence, at, "", null);
    }

    void error(
            String code,
            Where where,
            String sentence,
            Node at,
            String note,
            @Nullable String remedy) {
        if (errors++ == 0) {
            diagnostics.source(at.location().file(), Concealed.text(text, documents));
        }
        if (where.within(Concealed.SETTINGS)) {
            String edit =
                    "Edit line %d of %s.".formatted(at.location().line(), at.location().file());
            diagnostics.add(
                    Problem.error(code, where + ": " + sentence, at.location(), "")
                            .withRemedy(remedy == null ? edit : remedy));
        } else {
            diagnostics.error(code, where, sentence, at, note, remedy);
        }
    }

    void warning(String code, String sentence, Node at) {
        diagnostics.warning(code, sentence, at.location());
    }

    void wrongType(Where where, String wanted, Node value) {
        error("wrong-type", where, "must be " + wanted + ", not " + value.kind(), value);
    }

    /**
     * Give a scalar's text; null and reported when it is none.
     *
     * <p>Numbers, booleans and dates are texts too, unless YAML reads another text out of them than
     * was written ({@code 0x10}, {@code 1.10}).
     */
    @Nullable String text(Where where, Node value) {
        if (!(value instanceof ScalarNode scalar) || scalar.isNull() || !isCore(scalar)) {
            wrongType(where, "a text", value);
            return null;
        }
        if (scalar.tag().equals(Tag.TIMESTAMP)) {
            return scalar.written();
        }
        if (!scalar.isString() && !scalar.text().equals(scalar.written())) {
            error(
                    "unclear-text",
                    where,
                    "must be a text, and YAML reads this one as " + value.kind(),
                    value,
                    "",
                    "Put quotes around it at line %d of %s."
                            .formatted(value.location().line(), value.location().file()));
            return null;
        }
        return scalar.text();
    }

    private static boolean isCore(ScalarNode scalar) {
        return scalar.tag().startsWith("!!");
    }

    /** Make a value of a text; null and reported when the text is refused. */
    <T> @Nullable T parse(Where where, Node at, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            error("bad-value", where, String.valueOf(e.getMessage()), at);
            return null;
        }
    }
}
