package dev.kompox.lab.contract;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.lab.Traits;

class LabCloudRecordsContractTest extends LabRecordsContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.cloud());
    }
}
