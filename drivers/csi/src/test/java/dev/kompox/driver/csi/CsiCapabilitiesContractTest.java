package dev.kompox.driver.csi;

import dev.kompox.driver.kit.CapabilitiesContractTest;
import dev.kompox.driver.kit.DriverFixture;

/** The kit on a real cluster. */
class CsiCapabilitiesContractTest extends CapabilitiesContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
