package dev.kompox.lab.contract;

import dev.kompox.driver.kit.BytesContractTest;
import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.lab.Traits;

class LabBytesContractTest extends BytesContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.engine());
    }
}
