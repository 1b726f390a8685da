package dev.kompox.lab.contract;

import dev.kompox.driver.kit.DisksContractTest;
import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.lab.Traits;

class LabDisksContractTest extends DisksContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.engine());
    }
}
