package dev.kompox.driver.bytes;

import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Copy one tree onto another with the programs of the helper image, after making sure that there is
 * room. For drivers that copy by themselves.
 *
 * @param helper runs the programs
 * @param where what has the room, for people, e.g. {@code "the Docker Engine"}
 */
public record TreeCopy(HelperPrograms helper, String where) {

    /** How people make room. */
    public static final String REMEDY =
            "Delete what is no longer needed: kompox snapshot list, kompox disk list";

    /** The most that an empty directory occupies. */
    private static final long DIRECTORY = 4096;

    /**
     * Make the tree mounted as {@code to} equal to the one mounted as {@code from}, and tell how
     * far that is.
     *
     * @param what what is copied, for people
     * @return the bytes that {@code from} occupies
     * @throws DriverException {@code Quota} before anything is written if there is no room, or when
     *     it has run out; {@code to} is incomplete then
     */
    public ByteSize run(String what, String from, String to, Call call) {
        String[] lines = measure("copy", from, to).split("\n", -1);
        long used = used(lines[0]);
        FreeRoom room = FreeRoom.of(lines[1]);
        long free = room.bytes();
        if (!room.sharesCopies() && used > free) {
            // what a copy that broke off has left there goes first, its directory stays
            free += Math.max(0, occupied(to).bytes() - DIRECTORY);
        }
        if (!room.sharesCopies() && used > free) {
            throw new DriverException(
                    new Category.Quota(
                            "space at " + where, used + " bytes needed", free + " bytes free"),
                    what
                            + " needs "
                            + new ByteSize(used)
                            + ", and "
                            + where
                            + " has "
                            + new ByteSize(free)
                            + " left",
                    REMEDY);
        }
        OutputStream progress = new BytesLines(call.progress(), used);
        helper.check(what, List.of("/kompox/bin/copy-tree", from, to), progress);
        call.progress().bytes(used, used);
        return new ByteSize(used);
    }

    /** Tell how many bytes a mounted tree occupies. */
    public ByteSize occupied(String at) {
        return new ByteSize(used(measure("used", at)));
    }

    private String measure(String... words) {
        List<String> command = new ArrayList<>(List.of("/kompox/bin/measure"));
        command.addAll(List.of(words));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        helper.check("measuring", command, said);
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    private static long used(String line) {
        return Long.parseLong(line.strip().split(" ", -1)[2]);
    }
}
