package dev.kompox.lab.contract;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.SnapshotsContractTest;
import dev.kompox.lab.Traits;

class LabSnapshotsContractTest extends SnapshotsContractTest {

    @Override
    protected DriverFixture fixture() {
        return new LabFixture(Traits.engine());
    }
}
