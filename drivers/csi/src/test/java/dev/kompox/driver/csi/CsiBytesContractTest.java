package dev.kompox.driver.csi;

import dev.kompox.driver.kit.BytesContractTest;
import dev.kompox.driver.kit.DriverFixture;
import org.junit.jupiter.api.Tag;

/** The kit on a real cluster. */
@Tag("cluster")
class CsiBytesContractTest extends BytesContractTest {

    @Override
    protected DriverFixture fixture() {
        return CsiFixture.make();
    }
}
