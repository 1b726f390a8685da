package dev.kompox.lab;

import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Program;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.call.Call;
import dev.kompox.driver.disk.ByteSize;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.lab.fault.Faults;
import dev.kompox.lab.fault.Passage;
import dev.kompox.lab.tree.Manifest;
import dev.kompox.lab.tree.PaxReader;
import dev.kompox.lab.tree.PaxWriter;
import dev.kompox.lab.tree.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;

/** A helper beside some trees; its programs end with the codes of those of the helper image. */
final class LabHelperSession implements HelperSession {

    private static final int WRONG = 1;
    private static final int NOT_MOUNTED = 64;
    private static final int SOCKET = 65;
    private static final int NOT_EMPTY = 66;
    private static final int KILLED = 137;

    private final LabWorld world;
    private final Faults faults;
    private final SequencedMap<String, Mounted> mounts;
    private boolean closed;

    LabHelperSession(LabWorld world, Faults faults, SequencedMap<String, Mounted> mounts) {
        this.world = world;
        this.faults = faults;
        this.mounts = mounts;
    }

    @Override
    public int run(Program program, Streams streams, Call call) {
        if (!(streams instanceof Streams.Piped piped)) {
            throw new IllegalArgumentException("a helper's streams pass through the caller");
        }
        return faults.call("bytes.run", passage -> run(program, piped, call, passage));
    }

    private int run(Program program, Streams.Piped streams, Call call, Passage passage) {
        if (closed) {
            throw new DriverException(
                    new Category.Transient(), "the helper is gone", "kompox doctor");
        }
        if (call.expired()) {
            return KILLED;
        }
        try {
            return switch (program) {
                case Program.CopyTree(String from, String to) ->
                        copy(from, to, streams, call, passage);
                case Program.Manifest(String at, boolean hashed) -> manifest(at, hashed, streams);
                case Program.Remember(String _) -> 0;
                case Program.Archive(String at) -> archive(at, streams);
                case Program.Extract(String at) -> extract(at, streams, passage);
                case Program.SendTree(String at) -> send(at, streams);
                case Program.ReceiveTree(String at, Program.Care _, boolean _) ->
                        receive(at, streams, passage);
                case Program.Measure(String at) -> measure(at, streams);
            };
        } catch (IOException e) {
            throw new DriverException(
                    new Category.Transient(),
                    "the helper broke off: " + e.getMessage(),
                    "kompox doctor",
                    null,
                    e);
        }
    }

    private int copy(String from, String to, Streams.Piped streams, Call call, Passage passage)
            throws IOException {
        Mounted source = mounts.get(from);
        Mounted target = mounts.get(to);
        if (source == null || target == null || from.equals(to)) {
            return fail(NOT_MOUNTED, "nothing is mounted as " + from + " or " + to, streams);
        }
        if (target.readOnly()) {
            return fail(WRONG, to + ": Read-only file system", streams);
        }
        long total = source.tree().bytes();
        synchronized (world) {
            become(target, source.tree(), passage);
        }
        call.progress().bytes(total, total);
        return 0;
    }

    /** Replace what is mounted; whoever dies in between leaves it empty. */
    private void become(Mounted target, Tree wanted, Passage passage) {
        ByteSize capacity = target.capacity();
        if (capacity != null && wanted.bytes() > capacity.bytes()) {
            throw new DriverException(
                    new Category.Quota("space on the disk", null, capacity.toString()),
                    "there is no room for " + new ByteSize(wanted.bytes()) + " on the disk",
                    "kompox disk resize");
        }
        world.storage.expectRoom(Math.max(0, wanted.bytes() - target.tree().bytes()));
        target.tree().become(new Tree());
        passage.cut();
        target.tree().become(wanted);
    }

    private int manifest(String at, boolean hashed, Streams.Piped streams) throws IOException {
        Mounted mounted = mounts.get(at);
        if (mounted == null) {
            return fail(NOT_MOUNTED, "nothing is mounted as " + at, streams);
        }
        String manifest = Manifest.of(mounted.tree().copy(), hashed);
        streams.out().write(manifest.getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
        return 0;
    }

    private int archive(String at, Streams.Piped streams) throws IOException {
        Mounted mounted = mounts.get(at);
        if (mounted == null) {
            return fail(NOT_MOUNTED, "nothing is mounted as " + at, streams);
        }
        Tree tree = mounted.tree().copy();
        if (!PaxWriter.canHold(tree)) {
            return fail(SOCKET, "the tree holds a socket, which an archive cannot", streams);
        }
        PaxWriter.write(tree, streams.out());
        return 0;
    }

    private int extract(String at, Streams.Piped streams, Passage passage) throws IOException {
        Mounted mounted = mounts.get(at);
        if (mounted == null) {
            return fail(NOT_MOUNTED, "nothing is mounted as " + at, streams);
        }
        if (!mounted.tree().isEmpty()) {
            return fail(NOT_EMPTY, "the tree is not empty", streams);
        }
        if (mounted.readOnly()) {
            return fail(WRONG, at + ": Read-only file system", streams);
        }
        Tree unpacked;
        try {
            unpacked = PaxReader.read(streams.in());
        } catch (IOException | IllegalArgumentException e) {
            return fail(WRONG, "the archive cannot be read: " + e.getMessage(), streams);
        }
        synchronized (world) {
            become(mounted, unpacked, passage);
        }
        return 0;
    }

    /** Sending waits for the receiver's word, as between real helpers. */
    private int send(String at, Streams.Piped streams) throws IOException {
        return streams.in().read() < 0
                ? fail(WRONG, "nobody listens", streams)
                : archive(at, streams);
    }

    private int receive(String at, Streams.Piped streams, Passage passage) throws IOException {
        Mounted mounted = mounts.get(at);
        if (mounted == null) {
            return fail(NOT_MOUNTED, "nothing is mounted as " + at, streams);
        }
        if (mounted.readOnly()) {
            return fail(WRONG, at + ": Read-only file system", streams);
        }
        streams.out().write('\n');
        streams.out().flush();
        Tree sent;
        try {
            sent = PaxReader.read(streams.in());
        } catch (IOException | IllegalArgumentException e) {
            return fail(WRONG, "the connection closed: " + e.getMessage(), streams);
        }
        long literal =
                Manifest.of(sent, true).equals(Manifest.of(mounted.tree().copy(), true))
                        ? 0
                        : sent.bytes();
        synchronized (world) {
            become(mounted, sent, passage);
        }
        say(
                streams,
                "literal " + literal + "\nchanged " + literal + "\ntotal " + sent.bytes() + "\n");
        return 0;
    }

    private static void say(Streams.Piped streams, String text) throws IOException {
        streams.err().write(text.getBytes(StandardCharsets.UTF_8));
        streams.err().flush();
    }

    private int measure(String at, Streams.Piped streams) throws IOException {
        Mounted mounted = mounts.get(at);
        if (mounted == null) {
            return fail(NOT_MOUNTED, "nothing is mounted as " + at, streams);
        }
        ByteSize capacity = mounted.capacity();
        long used = mounted.tree().bytes();
        long free = capacity == null ? Long.MAX_VALUE : Math.max(0, capacity.bytes() - used);
        String text = "used " + at + " " + used + "\nroom " + at + " " + free + " - lab\n";
        streams.out().write(text.getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
        return 0;
    }

    private static int fail(int code, String why, Streams.Piped streams) throws IOException {
        streams.err().write((why + "\n").getBytes(StandardCharsets.UTF_8));
        streams.err().flush();
        return code;
    }

    @Override
    public void close() {
        closed = true;
    }
}
