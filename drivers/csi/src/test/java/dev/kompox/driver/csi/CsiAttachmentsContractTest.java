package dev.kompox.driver.csi;

import dev.kompox.driver.kit.AttachmentsContractTest;
import dev.kompox.driver.kit.DriverFixture;
import org.junit.jupiter.api.Tag;

/** The kit on a real cluster. */
@Tag("cluster")
class CsiAttachmentsContractTest extends AttachmentsContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
