package dev.kompox.kubernetes.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What services mount. */
class MountsTest {

    @TempDir Path directory;

    @Test
    void volumesOfAnotherServiceAreTheSameVolumes() {
        Conversion conversion =
                convert(
                        """
                        services:
                          a: {image: x, volumes: ["one:/v", "two:/w:ro", /own], tmpfs: [/run]}
                          b: {image: x, volumes_from: ["a:ro"], volumes: ["two:/v"]}
                          c: {image: x, volumes_from: [b]}
                        volumes: {one: {}, two: {}}
                        """);

        assertThat(mounts(conversion, "a"))
                .containsExactly("disk-1 /v", "disk-2 /w ro", "scratch-1 /own", "memory-1 /run");
        assertThat(mounts(conversion, "b"))
                .containsExactly("disk-2 /v", "disk-2 /w ro", "scratch-1 /own ro");
        assertThat(mounts(conversion, "c"))
                .containsExactly("disk-2 /v", "disk-2 /w ro", "scratch-1 /own ro");
    }

    @Test
    void volumesOfAContainerAreRefused() {
        assertThatThrownBy(() ->
                        convert("services: {a: {image: x, volumes_from: ['container:other']}}"))
                .hasMessageContaining("services.a.volumes_from: only a service of the project");
    }

    @Test
    void twoThingsInOnePlaceAreRefused() {
        assertThatThrownBy(() ->
                        convert(
                                """
                                services:
                                  a: {image: x, configs: [{source: c, target: /v}], tmpfs: [/v]}
                                configs: {c: {content: c}}
                                """))
                .hasMessageContaining("two things are mounted at /v");
    }

    @Test
    void sharedMemoryThatIsMountedIsNotMountedAgain() {
        Conversion conversion =
                convert("services: {a: {image: x, shm_size: 64m, tmpfs: ['/dev/shm:size=1m']}}");

        assertThat(mounts(conversion, "a")).containsExactly("memory-1 /dev/shm");
    }

    @Test
    void aDirectoryThatIsAVolumeOfTheAppIsADisk() {
        Conversion conversion =
                convert(
                        """
                        services:
                          a: {image: x, volumes: ['./disk:/d', './other:/o', './disk/conf:/c:ro']}
                          b: {image: x, volumes: ['./disk:/r:ro'], depends_on: [a]}
                        """);

        assertThat(mountsWithPaths(conversion, "a"))
                .containsExactly("disk-1 /d data", "disk-2 /o data", "disk-1 /c ro data/conf");
        assertThat(mountsWithPaths(conversion, "b")).containsExactly("disk-1 /r ro data");
        assertThat(Projects.at(Projects.pod(conversion), "volumes", 0))
                .isEqualTo(
                        Map.of(
                                "name",
                                "disk-1",
                                "persistentVolumeClaim",
                                Map.of("claimName", "claim-disk")));
        assertThat(Projects.lines(conversion, "services.a.volumes"))
                .containsExactly("MAPPED volumes, mounted");
    }

    /** Its disk is empty at first, and the service could not start without it. */
    @Test
    void aFileInADirectoryThatIsADiskIsCopiedAsAnyOther() throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve("disk")).resolve("f"), "f");
        Conversion conversion =
                convert(
                        """
                        services:
                          a: {image: x, volumes: ['./disk:/d', './disk/f:/f:ro', './disk/g:/g:ro']}
                        """);

        assertThat(mountsWithPaths(conversion, "a"))
                .containsExactly("disk-1 /d data", "cfg-1 /f ro f", "disk-1 /g ro data/g");
    }

    @Test
    void whatADirectoryHasHereIsSaidToStay() throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve("disk")).resolve("f"), "f");

        assertThat(
                        Projects.lines(
                                convert("services: {a: {image: x, volumes: ['./disk:/d']}}"),
                                "services.a.volumes"))
                .singleElement()
                .asString()
                .startsWith("CAVEAT what is in " + directory.resolve("disk"))
                .contains("kompox cp");
    }

    @Test
    void aDirectoryOfDirectoriesIsMountedAsItIs() throws IOException {
        Files.createDirectories(directory.resolve("conf/in"));
        Files.writeString(directory.resolve("conf/a b"), "1");
        Files.writeString(directory.resolve("conf/a_b"), "2");
        Files.writeString(directory.resolve("conf/in/x.yml"), "3");
        Conversion conversion = convert("services: {a: {image: x, volumes: ['./conf:/c:ro']}}");

        assertThat(Projects.at(Projects.pod(conversion), "volumes", 0, "configMap", "items"))
                .isEqualTo(
                        List.of(
                                Map.of("key", "a_b", "path", "a b"),
                                Map.of("key", "2-a_b", "path", "a_b"),
                                Map.of("key", "in_x.yml", "path", "in/x.yml")));
        assertThat(
                        conversion.objects().stream()
                                .filter(one -> one.kind().equals("ConfigMap"))
                                .map(one -> one.body().get("data")))
                .containsExactly(Map.of("a_b", "1", "2-a_b", "2", "in_x.yml", "3"));
        assertThat(mounts(conversion, "a")).containsExactly("cfg-1 /c ro");
    }

    @Test
    void aScriptStaysExecutable() throws IOException {
        Path script = Files.writeString(directory.resolve("run.sh"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Conversion conversion =
                convert("services: {a: {image: x, volumes: ['./run.sh:/run.sh:ro']}}");

        assertThat(Projects.at(Projects.pod(conversion), "volumes", 0, "configMap", "defaultMode"))
                .isEqualTo(0755);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.createSymbolicLink(directory.resolve("loop"), Path.of("loop"));

        assertThatThrownBy(() -> convert("services: {a: {image: x, volumes: ['./loop:/l:ro']}}"))
                .hasMessageContaining(directory.resolve("loop") + " cannot be read: ");
    }

    @Test
    void aSubpathStaysInItsVolume() {
        String compose =
                """
                services:
                  a:
                    image: x
                    volumes:
                      - {type: volume, source: one, target: /v, volume: {subpath: %s}}
                volumes: {one: {}}
                """;

        assertThat(
                        Projects.at(
                                Projects.container(convert(compose.formatted("a/b")), "a"),
                                "volumeMounts",
                                0,
                                "subPath"))
                .isEqualTo("data/a/b");
        assertThatThrownBy(() -> convert(compose.formatted("a/../..")))
                .hasMessageContaining("leads out of the volume");
    }

    @Test
    void whoCanReadASecretIsSaid() {
        Conversion conversion =
                convert(
                        """
                        services:
                          a:
                            image: x
                            user: "1000"
                            secrets: [{source: key, mode: 0400}]
                        secrets: {key: {environment: SHOP_KEY}}
                        """);

        assertThat(Projects.lines(conversion, "services.a.secrets"))
                .containsExactly(
                        "CAVEAT files of a cluster belong to root, so only root can read"
                                + " /run/secrets/key");
    }

    private Conversion convert(String compose) {
        return Projects.convert(directory, compose);
    }

    private static List<String> mounts(Conversion conversion, String container) {
        return ((List<?>)
                        Objects.requireNonNull(
                                Projects.container(conversion, container).get("volumeMounts")))
                .stream()
                        .map(one ->
                                Projects.at(one, "name")
                                        + " "
                                        + Projects.at(one, "mountPath")
                                        + (Projects.at(one, "readOnly") == null ? "" : " ro"))
                        .toList();
    }

    private static List<String> mountsWithPaths(Conversion conversion, String container) {
        List<String> paths = new ArrayList<>();
        List<String> mounts = mounts(conversion, container);
        for (int i = 0; i < mounts.size(); i++) {
            paths.add(
                    mounts.get(i)
                            + " "
                            + Projects.at(
                                    Projects.container(conversion, container),
                                    "volumeMounts",
                                    i,
                                    "subPath"));
        }
        return paths;
    }
}
