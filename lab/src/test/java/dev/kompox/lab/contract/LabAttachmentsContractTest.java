package dev.kompox.lab.contract;

import dev.kompox.driver.kit.AttachmentsContractTest;
import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.lab.Traits;

class LabAttachmentsContractTest extends AttachmentsContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.engine());
    }
}
