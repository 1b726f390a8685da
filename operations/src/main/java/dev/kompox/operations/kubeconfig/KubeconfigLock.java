package dev.kompox.operations.kubeconfig;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import dev.kompox.operations.file.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Keeps others from writing a kubeconfig meanwhile, as kubectl does: {@code FILE.lock}. */
public final class KubeconfigLock implements AutoCloseable {

    private final Path lock;

    private KubeconfigLock(Path lock) {
        this.lock = lock;
    }

    /**
     * Lock a file, which need not be there; its directory is made.
     *
     * @throws DriverException {@code InUse} if it is locked
     */
    public static KubeconfigLock of(Path file) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                WholeFile.directory(directory);
            }
            Files.createFile(lock);
            return new KubeconfigLock(lock);
        } catch (FileAlreadyExistsException e) {
            throw new DriverException(
                    new Category.InUse(List.of(lock.toString())),
                    file + " is being written by another program",
                    "If none writes it: rm " + lock,
                    null,
                    e);
        } catch (IOException e) {
            throw WholeFile.failed(file, e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(lock);
        } catch (IOException e) {
            throw WholeFile.failed(lock, e);
        }
    }
}
