package dev.kompox.driver.csi;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.RecordsContractTest;

/** The kit on a real cluster. */
class CsiRecordsContractTest extends RecordsContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
