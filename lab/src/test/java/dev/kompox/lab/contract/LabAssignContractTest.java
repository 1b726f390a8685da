package dev.kompox.lab.contract;

import dev.kompox.driver.kit.AssignContractTest;
import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.lab.Traits;

class LabAssignContractTest extends AssignContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.engine());
    }
}
