package dev.kompox.lab.contract;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.TrashContractTest;
import dev.kompox.lab.Traits;

class LabTrashContractTest extends TrashContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.engine());
    }
}
