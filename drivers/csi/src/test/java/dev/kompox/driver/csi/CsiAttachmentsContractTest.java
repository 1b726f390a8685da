package dev.kompox.driver.csi;

import dev.kompox.driver.kit.AttachmentsContractTest;
import dev.kompox.driver.kit.DriverFixture;

/** The kit on a real cluster. */
class CsiAttachmentsContractTest extends AttachmentsContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
