package dev.kompox.lab.contract;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.lab.Traits;

class LabCloudBytesContractTest extends LabBytesContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.cloud());
    }
}
