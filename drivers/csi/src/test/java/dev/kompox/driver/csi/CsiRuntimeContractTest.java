package dev.kompox.driver.csi;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.RuntimeContractTest;
import org.junit.jupiter.api.Tag;

/** The kit on a real cluster. */
@Tag("cluster")
class CsiRuntimeContractTest extends RuntimeContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
