package dev.kompox.lab.contract;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.RuntimeContractTest;
import dev.kompox.lab.Traits;

class LabRuntimeContractTest extends RuntimeContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.engine());
    }
}
