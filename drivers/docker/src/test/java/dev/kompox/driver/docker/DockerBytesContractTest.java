package dev.kompox.driver.docker;

import dev.kompox.driver.kit.BytesContractTest;
import dev.kompox.driver.kit.DriverFixture;
import java.io.IOException;

class DockerBytesContractTest extends BytesContractTest {

    @Override
    protected DriverFixture fixture() throws IOException {
        return DockerFixture.make();
    }
}
