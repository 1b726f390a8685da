package dev.kompox.lab.contract;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.RecordsContractTest;
import dev.kompox.lab.Traits;

class LabRecordsContractTest extends RecordsContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.engine());
    }
}
