package dev.kompox.driver.csi;

import dev.kompox.driver.kit.DisksContractTest;
import dev.kompox.driver.kit.DriverFixture;

/** The kit on a real cluster. */
class CsiDisksContractTest extends DisksContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
