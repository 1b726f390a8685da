package dev.kompox.manifest.read;

import dev.kompox.compose.ComposeException;
import dev.kompox.compose.diagnose.Diagnostics;
import dev.kompox.compose.diagnose.Where;
import dev.kompox.compose.yaml.Node;
import dev.kompox.compose.yaml.YamlReader;
import dev.kompox.manifest.kom.Defaults.KomPath;
import java.util.List;

/** Read a project's {@code config.yml}: version 1, strictly. */
public final class ConfigReader {

    private ConfigReader() {}

    /**
     * Read where KOM documents lie. The other keys ({@code store}, {@code logging}) are checked and
     * not used.
     *
     * @param name the file's name as people know it
     * @param text what the file holds
     * @param diagnostics takes errors
     * @return the paths, empty when the file says nothing about them
     */
    public static List<KomPath> read(String name, String text, Diagnostics diagnostics) {
        List<Node> nodes;
        try {
            nodes = YamlReader.read(text, name, KomReader.LIMITS);
        } catch (ComposeException e) {
            e.problems().forEach(diagnostics::add);
            return List.of();
        }
        if (nodes.isEmpty()) {
            return List.of();
        }
        Reading reading = new Reading(diagnostics, text, List.of());
        Fields config =
                new Fields(
                        reading,
                        Where.ROOT,
                        nodes.getFirst(),
                        "version",
                        "store",
                        "komPath",
                        "logging");
        check(config);
        return PlainReaders.komPaths(config.texts("komPath"), config.value("komPath"));
    }

    private static void check(Fields config) {
        if (config.has("version") && config.requiredNumber("version") != 1) {
            config.error("unknown-version", "version", "version is not known", "Write version: 1");
        }
        config.fields("store", "type").text("type");
        Fields logging = config.fields("logging", "dir", "format", "level", "retentionDays");
        logging.text("dir");
        logging.text("format");
        logging.text("level");
        if (logging.has("retentionDays")) {
            logging.requiredNumber("retentionDays");
        }
    }
}
