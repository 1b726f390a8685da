package dev.kompox.driver.csi;

import dev.kompox.driver.kit.AssignContractTest;
import dev.kompox.driver.kit.DriverFixture;

/** The kit on a real cluster. */
class CsiAssignContractTest extends AssignContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
