package dev.kompox.lab.contract;

import dev.kompox.driver.kit.CapabilitiesContractTest;
import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.lab.Traits;

class LabCapabilitiesContractTest extends CapabilitiesContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.engine());
    }
}
