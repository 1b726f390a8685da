package dev.kompox.operations.engine;

import dev.kompox.operations.journal.JournalException;
import dev.kompox.operations.json.Fields;
import dev.kompox.operations.json.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keep two operations of one app apart.
 *
 * <p>The lock is a file. While its holder lives it also holds the operating system's lock on that
 * file, which dies with the process; the holder's name in the file stays, so that whoever comes
 * next learns which operation was cut off.
 */
public final class AppLock implements AutoCloseable {

    /**
     * The locks of this process. The system drops all locks that a process has on a file as soon as
     * the process closes any descriptor of it, so a file locked here must not even be opened again.
     */
    private static final Map<Path, LockHolder> HELD = new ConcurrentHashMap<>();

    private static final int LONGEST = 4096;

    private final Path file;
    private final RandomAccessFile open; // a channel's writes would fail once interrupted
    private final FileLock lock;
    private final @Nullable LockHolder before;

    private AppLock(Path file, RandomAccessFile open, FileLock lock, @Nullable LockHolder before) {
        this.file = file;
        this.open = open;
        this.lock = lock;
        this.before = before;
    }

    /**
     * Take the lock.
     *
     * @throws Refusal naming the holder if a living process holds it
     */
    public static AppLock acquire(Path file, LockHolder holder) {
        Path key = file.toAbsolutePath().normalize();
        LockHolder here = HELD.putIfAbsent(key, holder);
        if (here != null) {
            throw heldBy(Optional.of(here));
        }
        AppLock taken = null;
        try {
            taken = take(key, holder);
            return taken;
        } catch (IOException e) {
            throw new JournalException(
                    "the lock " + file + " cannot be taken: " + e,
                    "Mend the permissions of " + file,
                    e);
        } finally {
            if (taken == null) {
                HELD.remove(key, holder);
            }
        }
    }

    private static AppLock take(Path file, LockHolder holder) throws IOException {
        Path directory = file.getParent();
        if (directory != null) {
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        if (!Files.exists(file)) {
            makeFor(file, "rw-------");
        }
        RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
        AppLock taken = null;
        try {
            FileLock lock = open.getChannel().tryLock();
            Optional<LockHolder> other = read(open);
            if (lock == null) {
                throw heldBy(other);
            }
            taken = new AppLock(file, open, lock, other.orElse(null));
            taken.write(Json.write(holder.encode().map()));
            return taken;
        } finally {
            if (taken == null) {
                open.close();
            }
        }
    }

    private static void makeFor(Path file, String owner) throws IOException {
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(owner)));
        } catch (FileAlreadyExistsException e) {
            // somebody else was quicker, which is as good
        }
    }

    /** Return who held the lock and never let go of it, which means that the process died. */
    public Optional<LockHolder> diedBefore() {
        return Optional.ofNullable(before);
    }

    /**
     * Read who holds a lock.
     *
     * @return the holder, with whether its process lives; empty if nobody does
     */
    public static Optional<Held> inspect(Path file) {
        LockHolder here = HELD.get(file.toAbsolutePath().normalize());
        if (here != null) {
            return Optional.of(new Held(here, true));
        }
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            Optional<LockHolder> holder = read(open);
            FileLock free = open.getChannel().tryLock();
            boolean alive = free == null;
            if (free != null) {
                free.release();
            }
            return holder.map(found -> new Held(found, alive));
        } catch (IOException e) {
            throw new JournalException(
                    "the lock " + file + " cannot be read: " + e.getMessage(),
                    "Mend the permissions of " + file,
                    e);
        }
    }

    /** Let go. */
    @Override
    public void close() {
        try (open;
                lock) {
            write("");
        } catch (IOException e) {
            throw new JournalException(
                    "the lock cannot be released: " + e.getMessage(), "kompox operation list", e);
        } finally {
            HELD.remove(file);
        }
    }

    private void write(String text) throws IOException {
        open.setLength(0);
        open.seek(0);
        open.write(text.getBytes(StandardCharsets.UTF_8));
        open.getFD().sync();
    }

    private static Optional<LockHolder> read(RandomAccessFile open) throws IOException {
        byte[] bytes = new byte[(int) Math.min(open.length(), LONGEST)];
        open.seek(0);
        open.readFully(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(LockHolder.decode(Fields.from(Json.read(text))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Refusal heldBy(Optional<LockHolder> other) {
        return new Refusal(
                "another operation of this app is running: "
                        + other.map(LockHolder::toString).orElse("its name is not written yet"),
                "Wait for it, or see: kompox operation list");
    }

    /**
     * Say who holds a lock and whether the process lives.
     *
     * @param holder who
     * @param alive whether its process lives
     */
    public record Held(LockHolder holder, boolean alive) {}
}
