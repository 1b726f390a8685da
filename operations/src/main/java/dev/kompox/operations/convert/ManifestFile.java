package dev.kompox.operations.convert;

import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.kubernetes.object.Manifests;
import dev.kompox.operations.engine.Refusal;
import dev.kompox.operations.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** One file of all objects. */
public final class ManifestFile {

    private ManifestFile() {}

    /**
     * Write objects. With secret values among them the file can be read by its owner only.
     *
     * @param replace whether a file may be replaced that no conversion has written
     * @throws Refusal if there is such a file and {@code replace} is false
     */
    public static void write(Path file, List<KubernetesObject> objects, boolean replace) {
        try {
            boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            if (there && !replace && !Mark.isOn(file)) {
                throw new Refusal(
                        file + " is not a file that convert has written",
                        "Choose another file, or replace it with --yes");
            }
        } catch (IOException e) {
            throw WholeFile.failed(file, e);
        }
        boolean secret = objects.stream().anyMatch(Converted::secret);
        WholeFile.write(file, Mark.on(Manifests.yaml(objects)), secret);
    }
}
