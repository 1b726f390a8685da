package dev.kompox.kubernetes.convert;

import dev.kompox.compose.ComposeLoader;
import dev.kompox.compose.LoadRequest;
import dev.kompox.compose.model.Project;
import dev.kompox.manifest.id.AppId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Projects to convert. */
final class Projects {

    private Projects() {}

    static Conversion convert(Path directory) {
        return Converter.convert(request(directory));
    }

    /** Convert a Compose file of this text. */
    static Conversion convert(Path directory, String compose) {
        try {
            Files.writeString(directory.resolve("compose.yaml"), compose);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return convert(directory);
    }

    private static ConversionRequest request(Path directory) {
        Project project =
                ComposeLoader.load(LoadRequest.of(directory, new LinkedHashMap<>())).project();
        SequencedMap<String, String> claims = new LinkedHashMap<>();
        project.volumes().keySet().forEach(key -> claims.put(key, "claim-" + key));
        return new ConversionRequest(
                AppId.ofDirectory("local", project.name()),
                project,
                claims,
                new Machine(),
                "k4x-test",
                "csi",
                null,
                1,
                List.of("ingress"));
    }

    /** A machine whose files are the real ones, and whose only variable is SHOP_KEY. */
    private static final class Machine implements LocalFiles {

        @Override
        public Found look(String path) {
            Path file = Path.of(path);
            try {
                if (Files.isRegularFile(file)) {
                    return new Content(Files.readAllBytes(file));
                }
                if (!Files.isDirectory(file)) {
                    return path.endsWith("web.conf")
                            ? new Content("listen 80;\n".getBytes(StandardCharsets.UTF_8))
                            : new Other("not there");
                }
                TreeMap<String, byte[]> files = new TreeMap<>();
                try (var all = Files.list(file)) {
                    for (Path one : all.toList()) {
                        files.put(String.valueOf(one.getFileName()), Files.readAllBytes(one));
                    }
                }
                return new Flat(files);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public @Nullable String variable(String name) {
            return name.equals("SHOP_KEY") ? "s3cret" : null;
        }
    }
}
