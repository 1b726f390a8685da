package dev.kompox.lab.contract;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.FreezeContractTest;
import dev.kompox.lab.Traits;

class LabFreezeContractTest extends FreezeContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.engine());
    }
}
