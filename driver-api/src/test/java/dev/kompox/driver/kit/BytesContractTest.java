package dev.kompox.driver.kit;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static dev.kompox.driver.kit.DriverFixture.LOGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.Bytes;
import dev.kompox.driver.bytes.HelperSession;
import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.bytes.Program;
import dev.kompox.driver.bytes.Streams;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.failure.Category;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Check the programs that run beside disks. */
public abstract class BytesContractTest extends Contract {

    private Bytes bytes() {
        return facet(driver().bytes());
    }

    private byte[] run(List<Mount> mounts, Program program, byte[] in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (HelperSession session = bytes().open(mounts, call("helper"))) {
            Streams streams = new Streams.Piped(new ByteArrayInputStream(in), out, err);
            int code = session.run(program, streams, call("run"));
            assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        }
        return out.toByteArray();
    }

    private String manifest(DiskRef disk) {
        return new String(
                run(
                        List.of(Mount.reading("tree", disk)),
                        new Program.Manifest("tree", true),
                        new byte[0]),
                StandardCharsets.UTF_8);
    }

    @Test
    void aManifestTellsWhatATreeHolds() {
        DiskRef data = written(DATA, "text");

        String manifest = manifest(data);

        assertThat(manifest).startsWith("kompox-tree-manifest 1 hashed\n").contains("file");
        assertThat(manifest.lines().reduce((first, last) -> last).orElseThrow()).startsWith("end ");
    }

    @Test
    void equalTreesHaveEqualManifests() {
        DiskRef data = written(DATA, "text");
        DiskRef copy = blank(DATA, "copy").ref();

        run(
                List.of(Mount.reading("from", data), Mount.writing("to", copy)),
                new Program.CopyTree("from", "to"),
                new byte[0]);

        assertThat(manifest(copy)).isEqualTo(manifest(data));
    }

    @Test
    void otherContentHasAnotherManifest() {
        DiskRef data = written(DATA, "text");
        String before = manifest(data);

        place.write(DATA, "file", "tent");

        assertThat(manifest(data)).isNotEqualTo(before);
    }

    @Test
    void copyingRemovesWhatTheSourceDoesNotHave() {
        DiskRef data = written(DATA, "text");
        DiskRef logs = written(LOGS, "other");
        place.write(LOGS, "surplus", "surplus");

        run(
                List.of(Mount.reading("from", data), Mount.writing("to", logs)),
                new Program.CopyTree("from", "to"),
                new byte[0]);

        assertThat(file(LOGS)).contains("text");
        assertThat(place.read(LOGS, "surplus")).isEmpty();
    }

    @Test
    void anArchiveUnpacksToAnEqualTree() {
        DiskRef data = written(DATA, "text");
        DiskRef copy = blank(DATA, "copy").ref();

        byte[] archive =
                run(List.of(Mount.reading("tree", data)), new Program.Archive("tree"), new byte[0]);
        run(List.of(Mount.writing("tree", copy)), new Program.Extract("tree"), archive);

        assertThat(manifest(copy)).isEqualTo(manifest(data));
    }

    @Test
    void anAbsentDiskIsNotFound() {
        fails(
                Category.NotFound.class,
                () ->
                        bytes().open(
                                        List.of(Mount.reading("tree", disk(DATA, "none"))),
                                        call("helper"))
                                .close());
    }

    @Test
    void tellsHowMuchADiskOccupies() {
        place.write(DATA, "file", "x".repeat(300_000));
        DiskRef data = assigned(DATA).ref();
        String nativeId = disks().find(data).orElseThrow().nativeId();

        assertThat(bytes().usage(app(), call("usage")).get(nativeId))
                .isNotNull()
                .satisfies(size -> assertThat(size.bytes()).isBetween(300_000L, 3_000_000L));
    }
}
