package dev.kompox.driver.csi;

import dev.kompox.driver.kit.BytesContractTest;
import dev.kompox.driver.kit.DriverFixture;

/** The kit on a real cluster. */
class CsiBytesContractTest extends BytesContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
