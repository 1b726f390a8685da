package dev.kompox.driver.docker;

import dev.kompox.driver.kit.DriverFixture;
import dev.kompox.driver.kit.RuntimeContractTest;
import java.io.IOException;

class DockerRuntimeContractTest extends RuntimeContractTest {

    @Override
    protected DriverFixture fixture() throws IOException {
        return DockerFixture.make();
    }
}
