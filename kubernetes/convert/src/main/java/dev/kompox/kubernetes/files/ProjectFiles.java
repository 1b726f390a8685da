package dev.kompox.kubernetes.files;

import dev.kompox.kubernetes.convert.LocalFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files and variables of this machine. */
public final class ProjectFiles implements LocalFiles {

    private final Map<String, String> environment;

    /** Read with an environment. */
    public ProjectFiles(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Found look(String path) {
        Path file = Path.of(path);
        try {
            if (Files.isRegularFile(file)) {
                return new Content(Files.readAllBytes(file));
            }
            if (Files.isDirectory(file)) {
                SortedMap<String, byte[]> all = new TreeMap<>();
                try (Stream<Path> list = Files.list(file)) {
                    for (Path one : list.toList()) {
                        if (!Files.isRegularFile(one)) {
                            return new Other("a directory with directories in it");
                        }
                        all.put(one.getFileName().toString(), Files.readAllBytes(one));
                    }
                }
                return new Flat(all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Other("not there");
    }

    @Override
    public @Nullable String variable(String name) {
        return environment.get(name);
    }
}
