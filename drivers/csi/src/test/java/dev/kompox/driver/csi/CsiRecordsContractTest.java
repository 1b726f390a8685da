package dev.kompox.driver.csi;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.RecordsContractTest;
import org.junit.jupiter.api.Tag;

/** The kit on a real cluster. */
@Tag("cluster")
class CsiRecordsContractTest extends RecordsContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
