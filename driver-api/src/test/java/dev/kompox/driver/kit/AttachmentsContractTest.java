package dev.kompox.driver.kit;

import static dev.kompox.driver.kit.DriverFixture.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.Attachments;
import dev.kompox.driver.attachment.Detachment;
import dev.kompox.driver.attachment.Holder;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.failure.Category;
import dev.kompox.driver.failure.DriverException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Check who is said to hold a disk, and what counts as a proof that nobody does. */
public abstract class AttachmentsContractTest extends Contract {

    private Attachments attachments() {
        return facet(driver().attachments());
    }

    @Test
    void nobodyHoldsADiskAtRest() {
        DiskRef data = written(DATA, "text");

        assertThat(attachments().holders(data)).isEmpty();
    }

    @Test
    void aForeignHolderIsNamed() {
        DiskRef data = written(DATA, "text");
        place.hold(DATA, true);

        assertThat(attachments().holders(data))
                .singleElement()
                .satisfies(holder -> {
                    assertThat(holder.name()).isNotBlank();
                    assertThat(holder.ofApp()).isFalse();
                    assertThat(holder.writes()).isTrue();
                    assertThat(holder.running()).isTrue();
                });
    }

    @Test
    void aReaderIsNoWriter() {
        DiskRef data = written(DATA, "text");
        place.hold(DATA, false);

        assertThat(attachments().holders(data)).extracting(Holder::writes).containsExactly(false);
    }

    @Test
    void theAppsOwnInstancesAreKnownAsSuch() {
        startTheApp();

        assertThat(attachments().holders(assigned(DATA).ref()))
                .extracting(Holder::ofApp)
                .containsExactly(true);
    }

    @Test
    void aFreeDiskIsProvenFree() {
        DiskRef data = written(DATA, "text");

        Detachment proof = attachments().ensureDetached(data, call("prove"));

        assertThat(proof.disk()).isEqualTo(data);
        assertThat(proof.evidence()).isNotEmpty();
    }

    @Test
    void aReaderDoesNotSpoilTheProof() {
        DiskRef data = written(DATA, "text");
        place.hold(DATA, false);

        assertThat(attachments().ensureDetached(data, call("prove")).evidence()).isNotEmpty();
    }

    @Test
    void aWriterSpoilsItAndIsNamed() {
        DiskRef data = written(DATA, "text");
        place.hold(DATA, true);
        String holder = attachments().holders(data).getFirst().name();

        DriverException failure =
                fails(
                        Category.InUse.class,
                        () ->
                                attachments()
                                        .ensureDetached(
                                                data,
                                                call("op-1", "prove", Duration.ofSeconds(2))));

        assertThat(failure.sentence()).contains(holder);
    }

    @Test
    void nobodyIsStoppedByAsking() {
        DiskRef data = written(DATA, "text");
        place.hold(DATA, true);
        fails(
                Category.InUse.class,
                () ->
                        attachments()
                                .ensureDetached(
                                        data, call("op-1", "prove", Duration.ofSeconds(1))));

        assertThat(attachments().holders(data)).extracting(Holder::running).containsExactly(true);
    }

    @Test
    void whoHasLetGoIsNotWaitedFor() {
        DiskRef data = written(DATA, "text");
        place.hold(DATA, true);
        place.letGo();

        assertThat(attachments().ensureDetached(data, call("prove")).disk()).isEqualTo(data);
    }

    @Test
    void anAbsentDiskIsNotFound() {
        fails(
                Category.NotFound.class,
                () -> attachments().ensureDetached(disk(DATA, "none"), call("prove")));
    }
}
