package dev.kompox.driver.docker.storage;

import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.JsonText;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.docker.engine.VolumeInfo;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.manifest.id.AppId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Keep small documents of an app with a compare-and-swap, in the labels of empty volumes (ADR 2).
 *
 * <p>Why one writer wins: the engine makes a volume of a name once, and answers a second creation
 * with the first one's labels; so of all who saw version n as the newest, exactly one finds its own
 * nonce in version n+1. A writer that saw an older version may make a volume whose name was freed
 * by pruning; but versions are pruned only when newer ones exist, and it lists once more after
 * creating: it sees the newer one, takes its own away and has lost. A reader takes the highest
 * version, so it never sees that loser as long as the winner is there.
 */
final class Ledger {

    private static final String DOCUMENT = "kompox.dev/document";
    private static final String NONCE = "kompox.dev/nonce";
    private static final String VERSION = "kompox.dev/version";
    private static final int KEPT = 2;

    private final Engine engine;
    private final AppId app;
    private final String kind;

    Ledger(Engine engine, AppId app, String kind) {
        this.engine = engine;
        this.app = app;
        this.kind = kind;
    }

    /**
     * A version of the document.
     *
     * @param version its number, 0 if there is none yet
     * @param document the document, nothing if there is none yet
     */
    record Entry(long version, JsonValue document) {}

    /** Read the newest version. */
    Entry read() {
        return newest(versions());
    }

    /**
     * Write the next version if {@code version} is still the newest.
     *
     * @param nonce tells this wish from every other; a repeat of it finds its own success
     * @return the new version's number, or empty if somebody else was first
     */
    Optional<Long> swap(long version, Object document, String nonce) {
        List<VolumeInfo> before = versions();
        Entry newest = newest(before);
        if (newest.version != version) {
            boolean own =
                    newest.version == version + 1 && nonce.equals(nonceOf(before, newest.version));
            return own ? Optional.of(newest.version) : Optional.empty();
        }
        long next = version + 1;
        VolumeInfo made = engine.createVolume(name(next), labels(next, document, nonce));
        if (!app.toString().equals(made.labels().get(Tags.APP))) {
            throw new DriverException(
                    new Category.Conflict(
                            "a record of " + app,
                            "a volume " + made.name() + " that is not Kompox's"),
                    "a volume that is not Kompox's has the name " + made.name(),
                    "docker volume inspect " + made.name());
        }
        if (!nonce.equals(made.labels().get(NONCE))) {
            return Optional.empty();
        }
        List<VolumeInfo> after = versions();
        if (newest(after).version > next) {
            engine.removeVolume(name(next));
            return Optional.empty();
        }
        prune(after, next);
        return Optional.of(next);
    }

    private void prune(List<VolumeInfo> versions, long newest) {
        for (VolumeInfo volume : versions) {
            if (number(volume) <= newest - KEPT) {
                engine.removeVolume(volume.name());
            }
        }
    }

    private List<VolumeInfo> versions() {
        List<String> labels =
                List.of(Tags.APP + "=" + app, Tags.KIND + "=" + Tags.KIND_LEDGER + "-" + kind);
        List<VolumeInfo> found = new ArrayList<>(engine.volumes(Map.of("label", labels)));
        found.sort(Comparator.comparingLong(Ledger::number));
        return found;
    }

    private static Entry newest(List<VolumeInfo> versions) {
        if (versions.isEmpty()) {
            return new Entry(0, new JsonValue(null));
        }
        VolumeInfo newest = versions.getLast();
        try {
            return new Entry(
                    number(newest), JsonValue.parse(newest.labels().getOrDefault(DOCUMENT, "")));
        } catch (IllegalArgumentException e) {
            throw new DriverException(
                    new Category.Corrupt(),
                    "the record in volume " + newest.name() + " cannot be read: " + e.getMessage(),
                    "docker volume inspect " + newest.name(),
                    null,
                    e);
        }
    }

    private static String nonceOf(List<VolumeInfo> versions, long number) {
        return versions.stream()
                .filter(volume -> number(volume) == number)
                .map(volume -> volume.labels().getOrDefault(NONCE, ""))
                .findFirst()
                .orElse("");
    }

    private SequencedMap<String, String> labels(long version, Object document, String nonce) {
        SequencedMap<String, String> labels = new LinkedHashMap<>();
        labels.put(Tags.APP, app.toString());
        labels.put(Tags.KIND, Tags.KIND_LEDGER + "-" + kind);
        labels.put(VERSION, String.valueOf(version));
        labels.put(NONCE, nonce);
        labels.put(DOCUMENT, JsonText.of(document));
        return labels;
    }

    private String name(long version) {
        return "kompox-ledger." + hash(app.toString()) + "." + kind + "." + version;
    }

    private static long number(VolumeInfo volume) {
        return Long.parseLong(volume.labels().getOrDefault(VERSION, "0"));
    }

    private static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
