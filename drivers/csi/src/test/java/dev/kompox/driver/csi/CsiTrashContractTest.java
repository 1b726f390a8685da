package dev.kompox.driver.csi;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.TrashContractTest;

/** The kit on a real cluster. */
class CsiTrashContractTest extends TrashContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
