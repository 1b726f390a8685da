package dev.kompox.driver.docker.storage;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Copy one tree onto another with a helper, after making sure that there is room. */
final class Copier {

    /** The most that an empty directory occupies. */
    private static final long DIRECTORY = 4096;

    private final Helpers helpers;

    Copier(Helpers helpers) {
        this.helpers = helpers;
    }

    /**
     * Make {@code to} equal to {@code from}.
     *
     * @return the bytes that {@code from} occupies
     * @throws DriverException {@code Quota} before anything is written if there is no room
     */
    long copy(String what, String from, String to, Call call) {
        helpers.dismiss(to);
        List<HelperMount> mounts =
                List.of(new HelperMount("from", from, true), new HelperMount("to", to, false));
        try (HelperContainer helper = helpers.start(mounts)) {
            String[] lines =
                    helper.check(
                                    "measuring",
                                    List.of("/kompox/bin/measure", "copy", "from", "to"),
                                    new ByteArrayOutputStream())
                            .strip()
                            .split("\n", -1);
            long used = used(lines[0]);
            Room.Free room = Room.free(lines[1]);
            long free = room.bytes();
            if (!room.sharesCopies() && used > free) {
                // what a copy that broke off has left there goes first, its directory stays
                free += Math.max(0, used(helper, "to") - DIRECTORY);
            }
            if (!room.sharesCopies() && used > free) {
                throw new DriverException(
                        new Category.Quota(
                                "space at the Docker Engine",
                                used + " bytes needed",
                                free + " bytes free"),
                        what
                                + " needs "
                                + new ByteSize(used)
                                + ", and the Docker Engine has "
                                + new ByteSize(free)
                                + " left",
                        Room.REMEDY);
            }
            helper.copy(what, "from", "to", used, call);
            call.progress().bytes(used, used);
            return used;
        }
    }

    /** Tell how many bytes a tree occupies. */
    long measure(String nativeId) {
        try (HelperContainer helper =
                helpers.start(List.of(new HelperMount("from", nativeId, true)))) {
            return used(helper, "from");
        }
    }

    private static long used(HelperContainer helper, String mount) {
        return used(
                helper.check(
                        "measuring",
                        List.of("/kompox/bin/measure", "used", mount),
                        new ByteArrayOutputStream()));
    }

    private static long used(String line) {
        return Long.parseLong(line.strip().split(" ", -1)[2]);
    }
}
