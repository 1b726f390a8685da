package dev.kompox.transfer.move;

import dev.kompox.driver.Bytes;
import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.bytes.Program;
import dev.kompox.driver.bytes.Program.Care;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.call.Fanout;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.transfer.TreeComparison;
import dev.kompox.transfer.move.Transport.End;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Move the trees of some disks to disks at another place, all side by side, and compare both ends.
 * Holds one helper at each place while it is open.
 */
public final class TreeMove implements AutoCloseable {

    private final List<Pair> pairs;
    private final Transport transport;
    private final HelperSession from;
    private final HelperSession to;
    private List<Moved> last = List.of();
    private int rounds;

    private TreeMove(List<Pair> pairs, Transport transport, HelperSession from, HelperSession to) {
        this.pairs = List.copyOf(pairs);
        this.transport = transport;
        this.from = from;
        this.to = to;
    }

    /**
     * Name what is copied where.
     *
     * @param from the disk read
     * @param to the disk written
     */
    public record Pair(DiskRef from, DiskRef to) {}

    /**
     * Say how much a tree occupies and how much its filesystem has left.
     *
     * @param used bytes
     * @param free bytes
     */
    public record Size(long used, long free) {}

    /** Start a helper at both places. */
    public static TreeMove open(
            Bytes source, Bytes target, List<Pair> pairs, Transport transport, Call call) {
        List<Mount> read = new ArrayList<>();
        List<Mount> write = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            read.add(Mount.reading(at(i), pairs.get(i).from()));
            write.add(Mount.writing(at(i), pairs.get(i).to()));
        }
        HelperSession from = source.open(read, call);
        try {
            return new TreeMove(pairs, transport, from, target.open(write, call));
        } catch (RuntimeException e) {
            from.close();
            throw e;
        }
    }

    /**
     * Do one round over all trees. The last round sends files whole where the round before showed
     * that most of their content changes: that takes longer to find out than to send.
     *
     * @param total the bytes of content expected, -1 if unknown, for the sake of progress
     */
    public Moved round(Care care, long total, Call call) {
        AtomicLongArray done = new AtomicLongArray(pairs.size());
        List<Callable<Moved>> moves = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            int index = i;
            boolean whole = care == Care.AT_REST && rounds > 1 && last.get(index).mostlyNew();
            moves.add(() ->
                    transport.move(
                            end(from, index),
                            end(to, index),
                            new Program.ReceiveTree(at(index), care, whole),
                            call,
                            bytes -> tell(done, index, bytes, total, call)));
        }
        last = Fanout.all(moves);
        rounds++;
        return last.stream().reduce(Moved.NOTHING, Moved::and);
    }

    /** Measure the trees at the source. */
    public List<Size> source(Call call) {
        return measure(from, call);
    }

    /** Measure the trees at the target. */
    public List<Size> target(Call call) {
        return measure(to, call);
    }

    /**
     * Hash at both ends what is at rest, so that {@link #compare} reads only what has changed
     * since.
     */
    public void remember(Call call) {
        List<Callable<byte[]>> hashing = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            String at = at(i);
            hashing.add(() -> output(from, new Program.Remember(at), call));
            hashing.add(() -> output(to, new Program.Remember(at), call));
        }
        var _ = Fanout.all(hashing);
    }

    /**
     * Compare both ends of every tree, entry by entry, every byte of content hashed. Nobody may be
     * writing.
     */
    public List<TreeComparison> compare(Call call) {
        List<Callable<byte[]>> manifests = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            String at = at(i);
            manifests.add(() -> output(from, new Program.Manifest(at, true), call));
            manifests.add(() -> output(to, new Program.Manifest(at, true), call));
        }
        List<byte[]> written = Fanout.all(manifests);
        List<TreeComparison> comparisons = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            comparisons.add(compare(written.get(2 * i), written.get(2 * i + 1)));
        }
        return comparisons;
    }

    private static TreeComparison compare(byte[] first, byte[] second) {
        try (InputStream one = new ByteArrayInputStream(first);
                InputStream other = new ByteArrayInputStream(second)) {
            return TreeComparison.of(one, other);
        } catch (IOException e) {
            throw new DriverException(
                    new Category.Corrupt(),
                    "a manifest cannot be read: " + e.getMessage(),
                    "kompox doctor",
                    null,
                    e);
        }
    }

    private List<Size> measure(HelperSession session, Call call) {
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            byte[] said = output(session, new Program.Measure(at(i)), call);
            String[] words = new String(said, StandardCharsets.UTF_8).split("\\s+", -1);
            sizes.add(new Size(Long.parseLong(words[2]), Long.parseLong(words[5])));
        }
        return sizes;
    }

    private static byte[] output(HelperSession session, Program program, Call call) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = session.run(program, Streams.Piped.to(out, err), call);
        if (code != 0) {
            throw new DriverException(
                    new Category.Transient(),
                    "a helper failed with code "
                            + code
                            + ": "
                            + err.toString(StandardCharsets.UTF_8).strip(),
                    "kompox doctor");
        }
        return out.toByteArray();
    }

    private static void tell(AtomicLongArray done, int index, long bytes, long total, Call call) {
        done.set(index, bytes);
        long sum = 0;
        for (int i = 0; i < done.length(); i++) {
            sum += done.get(i);
        }
        call.progress().bytes(sum, total < 0 ? -1 : Math.max(total, sum));
    }

    private End end(HelperSession session, int index) {
        return new End(session, at(index), pairs.get(index).from().volume().value());
    }

    /** Name the mounts a, b, …, z, aa, ab, …: helpers know letters only. */
    private static String at(int index) {
        String last = String.valueOf((char) ('a' + index % 26));
        return index < 26 ? last : at(index / 26 - 1) + last;
    }

    @Override
    public void close() {
        to.close();
        from.close();
    }
}
