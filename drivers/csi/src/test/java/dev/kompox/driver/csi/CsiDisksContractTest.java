package dev.kompox.driver.csi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kompox.driver.bytes.Mount;
import dev.kompox.driver.disk.Deletion;
import dev.kompox.driver.disk.DiskRef;
import dev.kompox.driver.kit.DisksContractTest;
import dev.kompox.driver.kit.DriverFixture;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kit on a real cluster. */
@Tag("cluster")
class CsiDisksContractTest extends DisksContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }

    @Test
    void aHelperWhoseMakerDiedDoesNotKeepWhatItMadeFromGoing() {
        DiskRef made = blank(DriverFixture.DATA, "main").ref();
        var _ =
                facet(driver().bytes())
                        .open(
                                List.of(new Mount("to", new Mount.OfDisk(made), false)),
                                call("fill"));

        disks().delete(made, new Deletion.ForGood(), call("undo"));

        assertThat(disks().find(made)).isEmpty();
    }
}
