package dev.kompox.lab.contract;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.lab.Traits;

class LabCloudRuntimeContractTest extends LabRuntimeContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.cloud());
    }
}
