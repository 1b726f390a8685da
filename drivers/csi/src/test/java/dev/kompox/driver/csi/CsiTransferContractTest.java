package dev.kompox.driver.csi;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.TransferContractTest;

/** The kit on a real cluster. */
class CsiTransferContractTest extends TransferContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
