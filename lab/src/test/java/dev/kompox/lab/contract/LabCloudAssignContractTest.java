package dev.kompox.lab.contract;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.lab.Traits;

class LabCloudAssignContractTest extends LabAssignContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.cloud());
    }
}
