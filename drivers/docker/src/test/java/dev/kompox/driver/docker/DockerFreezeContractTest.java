package dev.kompox.driver.docker;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.FreezeContractTest;
import java.io.IOException;

class DockerFreezeContractTest extends FreezeContractTest {

    @Override
    protected DriverFixture fixture() throws IOException {
        return DockerFixture.make();
    }
}
