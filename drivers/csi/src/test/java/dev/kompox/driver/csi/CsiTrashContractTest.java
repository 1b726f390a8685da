package dev.kompox.driver.csi;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.TrashContractTest;
import org.junit.jupiter.api.Tag;

/** The kit on a real cluster. */
@Tag("cluster")
class CsiTrashContractTest extends TrashContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
