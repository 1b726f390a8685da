package dev.kompox.driver.csi;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.TransferContractTest;
import org.junit.jupiter.api.Tag;

/** The kit on a real cluster. */
@Tag("cluster")
class CsiTransferContractTest extends TransferContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
