package dev.kompox.driver.docker.storage;

import dev.kompox.driver.bytes.FreeRoom;
import dev.kompox.driver.bytes.TreeCopy;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.docker.engine.Engine;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Tell how much room an engine has for volumes. */
public final class Room {

    private final Engine engine;
    private final Helpers helpers;

    /** Ask an engine, with a helper. */
    public Room(Engine engine, Helpers helpers) {
        this.engine = engine;
        this.helpers = helpers;
    }

    /** Return the bytes that are free where the engine keeps volumes. */
    public ByteSize free() {
        return new ByteSize(look().bytes());
    }

    /**
     * Refuse what does not fit.
     *
     * @throws DriverException {@code Quota} saying how much there is
     */
    void expect(String what, ByteSize needed) {
        FreeRoom free = look();
        if (!free.sharesCopies() && needed.bytes() > free.bytes()) {
            ByteSize left = new ByteSize(free.bytes());
            throw new DriverException(
                    new Category.Quota(
                            "space at the Docker Engine", needed + " needed", left + " free"),
                    what + " needs " + needed + ", and the Docker Engine has " + left + " left",
                    TreeCopy.REMEDY);
        }
    }

    private FreeRoom look() {
        String volumes = engine.info().get("DockerRootDir").text() + "/volumes";
        try (HelperContainer helper =
                helpers.start(List.of(new HelperMount("root", volumes, true)))) {
            return FreeRoom.of(
                    helper.check(
                            "looking for room",
                            List.of("/kompox/bin/measure", "room", "root"),
                            new ByteArrayOutputStream()));
        }
    }
}
