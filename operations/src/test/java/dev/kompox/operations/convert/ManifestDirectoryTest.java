package dev.kompox.operations.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kompox.kubernetes.object.KubernetesObject;
import dev.kompox.operations.engine.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of objects is what the newest conversion made, and what others have there. */
class ManifestDirectoryTest {

    @TempDir Path directory;

    @Test
    void numbersFilesInTheOrderToApply() {
        List<KubernetesObject> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(object("ConfigMap", "m" + i));
        }
        List<String> names = List.copyOf(ManifestDirectory.files(many).sequencedKeySet());
        assertThat(names).startsWith("001-configmap-m0.yaml").isSorted();
    }

    @Test
    void forgetsWhatIsNoMoreAndKeepsWhatOthersHave() throws IOException {
        ManifestDirectory files = new ManifestDirectory(directory);
        files.write(List.of(object("Namespace", "a"), object("Secret", "s")), false);
        files.write(List.of(object("Secret", "s")), false);
        assertThat(there()).containsExactly("01-secret-s.yaml");
        Files.createDirectory(directory.resolve("base"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> files.write(List.of(object("Secret", "t")), false))
                .withMessageContaining("base");
        assertThat(there()).containsExactly("01-secret-s.yaml", "base");
        files.write(List.of(object("Secret", "t")), true);
        assertThat(there()).containsExactly("01-secret-t.yaml", "base");
    }

    @Test
    void doesNotFollowALinkToAFileOfItsOwn() throws IOException {
        ManifestDirectory files = new ManifestDirectory(directory.resolve("k8s"));
        files.write(List.of(object("Secret", "s")), false);
        Path file = directory.resolve("k8s/01-secret-s.yaml");
        Files.move(file, directory.resolve("elsewhere"));
        Files.createSymbolicLink(file, directory.resolve("elsewhere"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> files.write(List.of(object("Secret", "s")), true));
    }

    @Test
    void isADirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new ManifestDirectory(file).write(List.of(), true))
                .withMessageContaining("is no directory");
    }

    private List<String> there() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(each -> String.valueOf(each.getFileName())).sorted().toList();
        }
    }

    private static KubernetesObject object(String kind, String name) {
        SequencedMap<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        return new KubernetesObject("v1", kind, null, name, body);
    }
}
