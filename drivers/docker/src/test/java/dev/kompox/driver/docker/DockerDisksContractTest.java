package dev.kompox.driver.docker;

import dev.kompox.driver.kit.DisksContractTest;
import dev.kompox.driver.kit.DriverFixture;
import java.io.IOException;

class DockerDisksContractTest extends DisksContractTest {

    @Override
    protected DriverFixture fixture() throws IOException {
        return DockerFixture.make();
    }
}
