package dev.kompox.compose.yaml;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Read YAML into located nodes, as the Go library behind {@code docker compose} understands YAML.
 *
 * <p>Numbers follow YAML 1.1 ({@code 0123}, {@code 0o17}, {@code 0x1F}, {@code 1_000}); there are
 * no sexagesimals and {@code yes}, {@code no}, {@code on}, {@code off} are texts. Aliases are
 * resolved, {@code <<} is merged, a key written twice is refused, tags of an application are kept.
 */
public final class YamlReader {

    private YamlReader() {}

    /**
     * Read every document of a text.
     *
     * @param text the YAML source
     * @param sourceName the name to show in locations
     * @return one node for each document, in order; empty when there is none
     * @throws ComposeException when it is not well-formed, writes a key twice or exceeds {@link
     *     Limits#DEFAULT}
     */
    public static List<Node> read(String text, String sourceName) {
        return read(text, sourceName, Limits.DEFAULT);
    }

    /**
     * Read every document of a text within limits of the caller's choice.
     *
     * @throws ComposeException as {@link #read(String, String)}
     */
    public static List<Node> read(String text, String sourceName, Limits limits) {
        if (text.length() > limits.bytes()) {
            throw new ComposeException(SourceText.tooLarge(sourceName, limits));
        }
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(sourceName)
                        .setCodePointLimit(limits.bytes())
                        // in pieces, a long scalar would be copied again with every piece
                        .setBufferSize(text.length() + 1)
                        .build();
        try {
            ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
            return new TreeBuilder(events, text, sourceName, limits).documents();
        } catch (MarkedYamlEngineException e) {
            throw new ComposeException(syntaxProblem(e, text, sourceName));
        } catch (YamlVersionException e) {
            String sentence = sourceName + ": only YAML 1.1 and 1.2 are read";
            throw new ComposeException(Problem.error("yaml-version", sentence, null, ""));
        } catch (YamlEngineException e) {
            throw new ComposeException(
                    Problem.error("yaml-syntax", sourceName + ": " + e.getMessage(), null, ""));
        }
    }

    /**
     * Read every document of a file, named by the path as given.
     *
     * @throws ComposeException when the file cannot be read, is not text, or as {@link
     *     #read(String, String)}
     */
    public static List<Node> read(Path file) {
        return read(text(file), file.toString());
    }

    /**
     * Read a file's text: UTF-8, or UTF-16 with a byte order mark; the mark is left out.
     *
     * @throws ComposeException when the file cannot be read, is too large or is not text
     */
    public static String text(Path file) {
        return SourceText.read(file, file.toString(), Limits.DEFAULT);
    }

    /** Say whether a file may be opened: a regular one, a shell's pipe, or {@code /dev/null}. */
    public static boolean isReadable(Path file) {
        return SourceText.isReadable(file);
    }

    /**
     * Decode bytes as {@link #text(Path)} does.
     *
     * @throws ComposeException when there are too many or they are not text
     */
    public static String text(byte[] bytes, String sourceName) {
        return SourceText.decode(bytes, sourceName, Limits.DEFAULT);
    }

    private static Problem syntaxProblem(
            MarkedYamlEngineException e, String text, String sourceName) {
        Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
        Location location = locate(mark, sourceName);
        String snippet = location == null ? "" : Snippet.of(text, location, 1);
        String what = e.getProblem() == null ? "not well-formed" : e.getProblem();
        String context = e.getContext() == null ? "" : " " + e.getContext();
        String edit = "Edit " + (location == null ? "" : "line " + location.line() + " of ");
        return Problem.error("yaml-syntax", "not valid YAML: " + what + context, location, snippet)
                .withRemedy(edit + sourceName + ".");
    }

    private static @Nullable Location locate(@Nullable Mark mark, String sourceName) {
        return mark == null
                ? null
                : new Location(sourceName, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
