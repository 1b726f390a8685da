package dev.kompox.lab.contract;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.lab.Traits;

class LabCloudFreezeContractTest extends LabFreezeContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.cloud());
    }
}
