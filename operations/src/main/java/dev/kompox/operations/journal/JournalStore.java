package dev.kompox.operations.journal;

import dev.kompox.operations.engine.OperationId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Keep the journals of all operations of a project: one directory an operation, named by its id.
 */
public final class JournalStore implements Journals {

    private static final String FILE = "journal.jsonl";
    private static final String DAMAGED = ".damaged";

    private final Path root;

    /** Keep journals below {@code root}, which is made when the first is written. */
    public JournalStore(Path root) {
        this.root = root;
    }

    /** Return the directory below which journals are kept. */
    public Path root() {
        return root;
    }

    /** Begin the journal of a new operation. */
    @Override
    public JournalFile create(JournalRecord.Header header) {
        Path directory = root.resolve(header.operation().value());
        try {
            Files.createDirectories(
                    root,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Files.createDirectory(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            JournalFile.forceDirectory(directory);
        } catch (IOException e) {
            throw new JournalException(
                    "the operation's directory " + directory + " cannot be made: " + e,
                    "Make room or mend the permissions of " + root,
                    e);
        }
        return JournalFile.create(directory.resolve(FILE), header);
    }

    /** Open the journal of an operation to go on with it; see {@link JournalFile#open}. */
    @Override
    public JournalFile open(OperationId id) {
        return JournalFile.open(existing(id));
    }

    /** Read the journal of an operation. */
    @Override
    public JournalText read(OperationId id) {
        return JournalText.read(existing(id));
    }

    @Override
    public Salvage salvage(OperationId id) {
        Path path = existing(id);
        try {
            return Salvage.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    "the journal " + path + " cannot be rebuilt: " + e.getMessage(),
                    JournalText.aside(path),
                    e);
        } catch (IOException e) {
            throw new JournalException(
                    "the journal " + path + " cannot be read: " + e.getMessage(),
                    "ls -l " + path,
                    e);
        }
    }

    @Override
    public void replace(OperationId id, List<JournalRecord> records) {
        Path path = existing(id);
        Path next = path.resolveSibling(FILE + ".new");
        try {
            Files.deleteIfExists(next);
            try (JournalFile file =
                    JournalFile.create(next, (JournalRecord.Header) records.getFirst())) {
                records.subList(1, records.size()).forEach(file::append);
            }
            Path kept = path.resolveSibling(FILE + DAMAGED);
            for (int number = 2; Files.exists(kept); number++) {
                kept = path.resolveSibling(FILE + DAMAGED + "." + number);
            }
            Files.copy(path, kept, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
            JournalFile.forceDirectory(path);
        } catch (IOException e) {
            throw new JournalException(
                    "the journal " + path + " cannot be replaced: " + e.getMessage(),
                    "Make room or mend the permissions of " + path.getParent(),
                    e);
        }
    }

    /** Tell where the journal of an operation is, if there is one. */
    public Optional<Path> find(OperationId id) {
        Path path = root.resolve(id.value()).resolve(FILE);
        return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }

    /**
     * List the operations that have a journal, by id. Directories of other names are passed over.
     *
     * @throws JournalException if the directory is there but cannot be read
     */
    @Override
    public List<OperationId> list() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<OperationId> ids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (OperationId.isOne(name) && Files.isRegularFile(entry.resolve(FILE))) {
                    ids.add(new OperationId(name));
                }
            }
        } catch (IOException e) {
            throw new JournalException(
                    "the journals below " + root + " cannot be listed: " + e.getMessage(),
                    "ls -l " + root,
                    e);
        }
        Collections.sort(ids);
        return ids;
    }

    /**
     * Remove the journal of an operation that has ended. Removing what is absent succeeds.
     *
     * @throws JournalException if it cannot be removed; what is left is passed over by {@link
     *     #list}
     */
    public void remove(OperationId id) {
        Path directory = root.resolve(id.value());
        try {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, FILE + "*")) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            } catch (NoSuchFileException e) {
                return;
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new JournalException(
                    "the journal of operation " + id + " cannot be removed: " + e.getMessage(),
                    "ls -l " + directory,
                    e);
        }
    }

    private Path existing(OperationId id) {
        return find(id).orElseThrow(() ->
                new JournalException(
                        "there is no journal of operation " + id + " below " + root,
                        "kompox operation list",
                        null));
    }
}
