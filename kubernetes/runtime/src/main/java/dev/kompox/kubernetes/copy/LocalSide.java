package dev.kompox.kubernetes.copy;

import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of this machine. */
final class LocalSide implements Side {

    @Override
    public boolean directory(String path) {
        return Files.isDirectory(Path.of(path));
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(Path.of(path));
    }

    @Override
    public boolean link(String path) {
        return Files.isSymbolicLink(Path.of(path));
    }

    @Override
    public String resolve(String path) {
        try {
            Path link = Path.of(path);
            Path target = link.resolveSibling(Files.readSymbolicLink(link));
            return (Files.exists(target) ? target.toRealPath() : target.normalize()).toString();
        } catch (IOException e) {
            throw failed("what the link " + path + " leads to is unknown", e);
        }
    }

    static DriverException failed(String sentence, IOException e) {
        return new DriverException(
                new Category.Invalid(), sentence + ": " + e, "Mend that, and copy again", null, e);
    }
}
