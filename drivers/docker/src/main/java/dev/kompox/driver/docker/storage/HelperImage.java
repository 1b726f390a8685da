package dev.kompox.driver.docker.storage;

import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.docker.engine.JsonValue;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Have the helper image on the engine: the one that is set, the one that is there, or the one of
 * the distribution.
 */
public final class HelperImage {

    /** The image's name. */
    public static final String NAME = "kompox/helper:0.1.0";

    private static final String LABEL = "kompox.dev/helper";

    private final Engine engine;
    private final String name;
    private final @Nullable Path distribution;

    /**
     * Look on an engine.
     *
     * @param wished the image that is set, or null
     * @param distribution where the distribution is installed, or null
     */
    public HelperImage(Engine engine, @Nullable String wished, @Nullable Path distribution) {
        this.engine = engine;
        this.name = wished == null ? NAME : wished;
        this.distribution = distribution;
    }

    /** Tell whether the engine has the image, and not an older one of the same name. */
    public boolean present() {
        Optional<JsonValue> image = engine.image(name);
        Path content = file(".content");
        if (image.isEmpty()) {
            return false;
        }
        JsonValue labels = image.get().get("Config").get("Labels");
        if (!labels.get(LABEL).exists()) {
            throw new DriverException(
                    new Category.Invalid(),
                    "the image " + name + " is no helper image of Kompox",
                    name.equals(NAME) ? "docker image rm " + NAME : "unset KOMPOX_HELPER_IMAGE");
        }
        if (content == null) {
            return true;
        }
        String label = labels.get("kompox.dev/content").text();
        try {
            return Files.readString(content).strip().equals(label);
        } catch (IOException e) {
            throw unreadable(content, e);
        }
    }

    /**
     * Return where the distribution keeps the image for the engine's kind of machine, if it does.
     */
    public @Nullable Path archive() {
        return file(".tar.gz");
    }

    /** Tell whether a name is this image's, and it can be had though it is not there yet. */
    public boolean provides(String image) {
        return image.equals(name) && archive() != null;
    }

    private @Nullable Path file(String ending) {
        Path home = distribution;
        if (home == null || !name.equals(NAME)) {
            return null;
        }
        String architecture = engine.version().get("Arch").text();
        Path file = home.resolve("lib/helper/kompox-helper-" + architecture + ending);
        return Files.isRegularFile(file) ? file : null;
    }

    /**
     * Return the image's name once the engine has it, loading it from the distribution if need be.
     *
     * @throws DriverException {@code Invalid} if it can be had from nowhere
     */
    public String ensure() {
        if (present()) {
            return name;
        }
        Path archive = archive();
        if (archive == null) {
            throw new DriverException(new Category.Invalid(), absence(), remedy());
        }
        try (InputStream in = Files.newInputStream(archive)) {
            engine.loadImages(in);
            return name;
        } catch (IOException e) {
            throw unreadable(archive, e);
        }
    }

    /** Say that it is not there, for a person. */
    public String absence() {
        return name.equals(NAME)
                ? "the helper image "
                        + name
                        + " is neither on the Docker Engine nor in this installation"
                : "the helper image "
                        + name
                        + ", which KOMPOX_HELPER_IMAGE names, is not on the Docker Engine";
    }

    /** Say how it can be had. */
    public String remedy() {
        return (name.equals(NAME) ? "Reinstall Kompox, or: " : "unset KOMPOX_HELPER_IMAGE, or: ")
                + "docker pull "
                + name;
    }

    private static DriverException unreadable(Path file, IOException e) {
        return new DriverException(
                new Category.Corrupt(),
                file + " cannot be read: " + e.getMessage(),
                "Reinstall Kompox",
                null,
                e);
    }
}
