package dev.kompox.driver.docker;

import dev.kompox.driver.kit.CapabilitiesContractTest;
import dev.kompox.driver.kit.DriverFixture;
import java.io.IOException;

class DockerCapabilitiesContractTest extends CapabilitiesContractTest {

    @Override
    protected DriverFixture fixture() throws IOException {
        return DockerFixture.make();
    }
}
